import ForumSearch

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
        let file: ByteChunks
        do throws(SystemError) {
            file = try ByteChunks(of: path)
        } catch {
            throw Failure.wrongUsage(
                "\(path): \(error.words); --corpus takes a file with a line "
                    + ForumCorpus.shape + " for each thread")
        }
        do throws(CorpusFault) {
            let index = try Self.index(file, language: language ?? "en")
            engine = ForumSearchEngine(index: index, language: language)
        } catch {
            let place = error.line.map { "\(path):\($0)" } ?? path
            throw Failure(65, ["\(place): \(error.words)"])
        }
    }

    private static func index(
        _ file: ByteChunks, language: String
    ) throws(CorpusFault) -> ForumIndex {
        var corpus = ForumCorpus(index: ForumIndex(language: language))
        while let chunk = try chunk(of: file) { try corpus.take(chunk) }
        try corpus.finish()
        return corpus.index
    }

    private static func chunk(of file: ByteChunks) throws(CorpusFault) -> ArraySlice<UInt8>? {
        do throws(SystemError) { return try file.next() } catch {
            throw CorpusFault(nil, error.words)
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
        let input = ByteChunks()
        while let chunk = try? input.next() {
            for line in lines.take(chunk) { show(line) }
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
