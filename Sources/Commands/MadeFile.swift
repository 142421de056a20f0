package import Chat

/// A file that a decision makes; the Decider keeps it before it commits, and the message that carries it names it.
package struct MadeFile: Hashable, Sendable {
    /// Neutral, with its ending: `deadlines.ics`.
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]

    package init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// The same file once it is kept under a digest.
    package func kept(as digest: String) -> KeptFile {
        KeptFile(digest: digest, name: name, mediaType: mediaType, size: bytes.count)
    }
}

extension Decision {
    /// This decision with a file that goes along with its last message.
    package func sending(_ file: MadeFile) -> Decision {
        var decision = self
        if !messages.isEmpty { decision.files[messages.count - 1] = file }
        return decision
    }

    /// Both in one: what the other one changes comes after, and so do its messages with their files.
    package func followed(by other: Decision) -> Decision {
        var decision = self
        for (index, file) in other.files { decision.files[messages.count + index] = file }
        decision.events += other.events
        decision.messages += other.messages
        return decision
    }

    /// Names the files in the messages that carry them.
    /// - Returns: nil while one of them is not kept.
    package func naming(_ kept: [MadeFile: KeptFile]) -> Decision? {
        var decision = self
        for (index, file) in files {
            guard let kept = kept[file] else { return nil }
            decision.messages[index].file = kept
        }
        decision.files = [:]
        return decision
    }
}
