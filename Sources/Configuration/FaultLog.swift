/// Collects what is wrong while the files are read, so that all of it can be said at once.
final class FaultLog {
    private(set) var faults: [ConfigurationFault] = []
    private(set) var warnings: [ConfigurationFault] = []

    func fault(_ mark: SourceMark, _ words: String) {
        faults.append(ConfigurationFault(at: mark, words))
    }

    func warn(_ mark: SourceMark, _ words: String) {
        warnings.append(ConfigurationFault(at: mark, words))
    }

    /// Says that `word` is none of `known`, and which was probably meant.
    func unknown(
        _ kind: String, _ word: String, known: [String], at mark: SourceMark
    ) {
        let hint = NearestWord.to(word, among: known).map { "; did you mean \"\($0)\"?" } ?? "."
        fault(
            mark,
            "unknown \(kind) \"\(word.shown)\"\(hint) Known here: \(known.joined(separator: ", "))")
    }
}

extension String {
    /// The beginning of a long text, on one line and without control characters: faults go to terminals.
    var shown: String {
        let line = String(
            String.UnicodeScalarView(
                unicodeScalars.prefix(80).map {
                    $0.properties.generalCategory == .control
                        || $0.properties.generalCategory == .format
                        ? " " : $0
                }))
        return unicodeScalars.count > 80 ? line + "…" : line
    }
}
