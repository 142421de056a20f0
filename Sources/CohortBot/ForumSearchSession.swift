import ForumSearch
import Glibc

/// `cohortbot forum search`: asks the search engine alone, about one question or about lines of JSON.
package struct ForumSearchSession {
    private let engine: ForumSearchEngine
    private let terminal = Terminal.standard

    /// Reads the whole corpus.
    /// - Throws: `Failure` 64 where an option is wrong or there is no such file, 65 with the line that is no thread.
    package init(corpus path: String, language: String?) throws {
        if let language, !Self.isTag(language) {
            throw Failure.wrongUsage(
                "--language takes a language tag, such as en or pt-BR, not '\(language)'")
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw Failure.wrongUsage(
                "\(path): \(String(cString: strerror(errno))); --corpus takes a file with a line "
                    + ForumCorpus.shape + " for each thread")
        }
        defer { close(file) }
        do throws(CorpusFault) {
            var corpus = ForumCorpus(index: ForumIndex(language: language ?? "en"))
            var buffer = [UInt8](repeating: 0, count: 1 << 18)
            while true {
                let count = read(file, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else {
                    throw CorpusFault(nil, String(cString: strerror(errno)))
                }
                if count == 0 { break }
                try corpus.take(buffer[..<count])
            }
            try corpus.finish()
            engine = ForumSearchEngine(index: corpus.index, language: language)
        } catch {
            let place = error.line.map { "\(path):\($0)" } ?? path
            throw Failure(65, ["\(place): \(error.words)"])
        }
    }

    /// What the forum has on a question, for the person who typed it.
    package func answer(_ question: String) {
        for line in engine.lines(for: question) { terminal.print(line) }
    }

    /// The same as a line of JSON.
    package func answerAsJSON(_ question: String) {
        terminal.print(engine.answer(question).json)
    }

    /// Answers every line of standard input in its place, as soon as it is there, until the input ends.
    package func answerLines() {
        var lines = InputLines()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            for line in lines.take(buffer[..<count]) { show(line) }
        }
        if let last = lines.finish() { show(last) }
    }

    private func show(_ line: InputLines.Line) { terminal.print(engine.answer(line).json) }

    private static func isTag(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        return (2...3).contains(parts[0].utf8.count)
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
