import FoundationEssentials

/// A mailing list's archive: mails one after another, each begun by a line `From …`.
struct MailBox {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func forum() -> ImportedForum {
        var forum = ImportedForum(format: .mbox)
        let mails = mails()
        var places: [String: Int] = [:]
        for (place, mail) in mails.enumerated() where !mail.id.isEmpty { places[mail.id] = place }
        var roots = [Int](mails.indices)
        var bySubject: [String: Int] = [:]
        for (place, mail) in mails.enumerated() {
            if let parent = mail.parents.lazy.compactMap({ places[$0] }).first(where: { $0 < place }
            ) {
                roots[place] = roots[parent]
            } else if mail.isReply, let first = bySubject[mail.subject] {
                // Where a mailer names no parent, the subject does.
                roots[place] = first
            } else {
                bySubject[mail.subject] = bySubject[mail.subject] ?? place
            }
        }
        var answers: [Int: Int] = [:]
        for (place, root) in roots.enumerated() where root != place {
            let mail = mails[place]
            guard mail.sender != mails[root].sender, !mail.text.isEmpty else { continue }
            if let best = answers[root], mails[best].text.count >= mail.text.count { continue }
            answers[root] = place
        }
        for (place, root) in roots.enumerated() where root == place {
            let mail = mails[place]
            guard !mail.subject.isEmpty || !mail.text.isEmpty else {
                forum.skip(.withoutQuestion)
                continue
            }
            var thread = ImportedThread(
                id: mail.id.isEmpty ? (mail.subject + mail.text).contentKey : mail.id,
                title: mail.subject.isEmpty ? mail.text.firstSentence : mail.subject,
                body: mail.text, author: ImportedAuthor(name: mail.sender), askedAt: mail.date)
            if let answer = answers[root].map({ mails[$0] }) {
                thread.answer = .init(
                    text: answer.text, author: ImportedAuthor(name: answer.sender), at: answer.date)
            }
            forum.add(thread)
        }
        return forum
    }

    private func mails() -> [Mail] {
        var mails: [Mail] = []
        var start: Int?
        var lineStart = 0
        let mark = Array("From ".utf8)
        while lineStart < bytes.count, mails.count < ImportLimits.messages {
            let end = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
            let isBlankBefore =
                lineStart == 0 || lineStart >= 2 && bytes[lineStart - 2] == 0x0A
                || lineStart >= 3 && bytes[lineStart - 2] == 0x0D && bytes[lineStart - 3] == 0x0A
            if isBlankBefore, bytes[lineStart..<end].starts(with: mark) {
                if let start { mails.append(Mail(bytes[start..<lineStart])) }
                start = min(end + 1, bytes.count)
            }
            lineStart = end + 1
        }
        if let start { mails.append(Mail(bytes[start..<bytes.count])) }
        return mails
    }
}
