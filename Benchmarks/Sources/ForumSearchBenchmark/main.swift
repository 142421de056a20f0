import ForumSearch
import Foundation

// Speed and memory on made threads, then how well real questions are answered: of the set that lies beside this, and of
// each set in the folders named as arguments. A set is a folder with corpus.jsonl, queries.jsonl and qrels.tsv.

let arguments = CommandLine.arguments.dropFirst()
let sizes = arguments.compactMap { Int($0) }
for size in sizes { LargeForum.measure(threads: size) }

let folders = arguments.filter { Int($0) == nil }
if !folders.isEmpty {
    print(
        "questions answered: nDCG@10, R@1, R@3, MRR; the same with a slip in a fifth of the words")
    print("  where the answer was taken out: how many were called answered all the same")
}
var rows: [Quality] = []
for folder in folders {
    let quality = try Quality(of: QuestionSet(folder: folder))
    print(quality.line)
    rows.append(quality)
}
if rows.count > 1 { print(Quality(meanOf: rows).line) }
