package import FoundationEssentials

/// What a file of an exported forum holds: threads, and how much of the file was none.
package struct ImportedForum: Hashable, Sendable {
    package var format: ImportFormat
    package var threads: [ImportedThread] = []
    /// What was left out, by why.
    package var skipped: [Skipped: Int] = [:]

    package init(format: ImportFormat) { self.format = format }

    package enum Skipped: String, Hashable, Sendable, CaseIterable {
        /// A message of a chat that neither asks nor answers.
        case chatter
        /// A row, topic or mail without a question.
        case withoutQuestion
        /// Beyond what one import takes.
        case tooMany
        /// The same thread stands in the file again.
        case twice
    }

    mutating func skip(_ why: Skipped, _ count: Int = 1) {
        guard count > 0 else { return }
        skipped[why, default: 0] += count
    }

    /// Takes a thread in, cut to what a thread may have.
    mutating func add(_ thread: ImportedThread) {
        let thread = thread.limited
        guard !thread.title.isEmpty || !thread.body.isEmpty else { return skip(.withoutQuestion) }
        guard threads.count < ImportLimits.threads else { return skip(.tooMany) }
        threads.append(thread)
    }

    /// Of threads with the same id the last one stays: it is the newer state of it.
    mutating func removeTwins() {
        var last: [String: Int] = [:]
        for (place, thread) in threads.enumerated() { last[thread.id] = place }
        guard last.count < threads.count else { return }
        skip(.twice, threads.count - last.count)
        threads = threads.enumerated().filter { last[$0.element.id] == $0.offset }.map(\.element)
    }
}

/// A thread as an export tells it.
package struct ImportedThread: Hashable, Sendable {
    /// The same in every export of the same thread, so that a second import updates the first.
    package var id: String
    package var title: String
    package var body: String
    package var author: ImportedAuthor
    package var askedAt: Date?
    package var language: String?
    package var tags: [String] = []
    package var answer: Answer?

    package struct Answer: Hashable, Sendable {
        package var text: String
        package var author: ImportedAuthor
        package var at: Date?
    }

    init(
        id: String, title: String, body: String = "",
        author: ImportedAuthor = ImportedAuthor(name: ""), askedAt: Date? = nil
    ) {
        self.id = id
        self.title = title
        self.body = body
        self.author = author
        self.askedAt = askedAt
    }

    fileprivate var limited: ImportedThread {
        var thread = self
        thread.id = String(id.prefix(200))
        thread.title = title.limited(to: ImportLimits.title)
        thread.body = body.limited(to: ImportLimits.text)
        thread.answer?.text = (answer?.text ?? "").limited(to: ImportLimits.text)
        if thread.answer?.text.isEmpty == true { thread.answer = nil }
        thread.tags = tags.prefix(10).map { $0.limited(to: 40) }.filter { !$0.isEmpty }
        return thread
    }
}

/// Who wrote something, as the export names them.
package struct ImportedAuthor: Hashable, Sendable {
    package var name: String
    /// The account's service and id, where the export tells them: `telegram`, `123`.
    package var account: Account?

    package struct Account: Hashable, Sendable {
        package var service: String
        package var id: String
    }

    init(name: String, account: Account? = nil) {
        self.name = name
        self.account = account
    }

    /// What tells this author from others, to be turned into a pseudonym.
    package var key: String { account.map { "\($0.service):\($0.id)" } ?? name }
}

/// Why a file could not be read as a forum, and where.
package struct ImportFault: Error, Hashable, Sendable {
    package let line: Int?
    package let words: String

    init(line: Int? = nil, _ words: String) {
        self.line = line
        self.words = words
    }
}

/// What one import takes at most, so that no file fills memory or the state.
package enum ImportLimits {
    package static let fileBytes = 256 << 20
    package static let threads = 200_000
    /// Characters of a title, and of a question or an answer.
    package static let title = 300
    package static let text = 10_000
    /// A chat's messages, a mail's parts inside of each other.
    static let messages = 5_000_000
    static let mailDepth = 8
}

extension String {
    /// White space at both ends gone, and no longer than that.
    func limited(to count: Int) -> String {
        let text = trimmed
        guard text.utf8.count > count, text.count > count else { return text }
        return text.prefix(count - 1).trimmed + "…"
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace || first == "\u{FEFF}" || first == "\0" {
            rest.removeFirst()
        }
        while let last = rest.last, last.isWhitespace || last == "\0" { rest.removeLast() }
        return String(rest)
    }
}
