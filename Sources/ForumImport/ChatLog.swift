import FoundationEssentials

/// The messages of a chat, from which questions that were answered by replies are picked.
struct ChatLog {
    struct Message {
        var id: String
        var replyTo: String?
        var author: ImportedAuthor
        var text: String
        var at: Date?
    }

    var messages: [Message] = []

    /// A question is a message that replies to nothing, has a question mark, and got a reply from somebody else; its
    /// answer is the longest of these. All other messages are a conversation, and nobody's business here.
    func add(to forum: inout ImportedForum, prefix: String) {
        var places: [String: Int] = [:]
        for (place, message) in messages.enumerated() { places[message.id] = place }
        let roots = roots(places)
        var answers: [Int: Int] = [:]
        var used = 0
        for (place, message) in messages.enumerated() where roots[place] != place {
            let root = roots[place]
            guard isQuestion(messages[root]), messages[root].author.key != message.author.key,
                !message.text.isEmpty
            else { continue }
            if let best = answers[root], messages[best].text.count >= message.text.count {
                continue
            }
            answers[root] = place
        }
        for (root, place) in answers.sorted(by: { $0.key < $1.key }) {
            let (question, answer) = (messages[root], messages[place])
            let title = question.text.firstSentence
            var thread = ImportedThread(
                id: "\(prefix)/\(question.id)", title: title,
                body: question.text == title ? "" : question.text, author: question.author,
                askedAt: question.at)
            thread.answer = .init(text: answer.text, author: answer.author, at: answer.at)
            forum.add(thread)
            used += 2
        }
        forum.skip(.chatter, messages.count - used)
    }

    private func isQuestion(_ message: Message) -> Bool {
        message.replyTo == nil && message.text.count >= 10
            && message.text.contains { "?？؟".contains($0) }
    }

    /// For each message the one its replies lead back to; itself where it replies to nothing that is there.
    private func roots(_ places: [String: Int]) -> [Int] {
        var roots = [Int](repeating: -1, count: messages.count)
        for start in messages.indices {
            var path: [Int] = []
            var place = start
            while roots[place] < 0 {
                // Marked at once, so that replies in a circle end.
                roots[place] = place
                path.append(place)
                guard let reply = messages[place].replyTo, let next = places[reply] else { break }
                place = next
            }
            let root = roots[place]
            for step in path { roots[step] = root }
        }
        return roots
    }
}

extension String {
    /// Up to the first end of a sentence or of a line.
    var firstSentence: String {
        let line = trimmed.prefix { !$0.isNewline }
        guard let mark = line.firstIndex(where: { "?？؟".contains($0) }) else {
            return line.trimmed
        }
        return line[...mark].trimmed
    }
}
