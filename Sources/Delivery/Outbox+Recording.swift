import Chat

extension Outbox {
    /// Notes that a message is out.
    ///
    /// One that waits for a reply is told to the log at once, for its id decides what is a reply to it. The others are
    /// told together, as many as came while the log was busy: until then a killed process would send them again.
    func record(_ owed: Owed, _ messageID: String?) async {
        guard open[owed.key]?.isDurable == true else { return close(owed.key) }
        let sent = Sent(key: owed.key, messageID: messageID)
        if owed.outgoing.asks != nil {
            await log.sent([sent])
            close(sent.key)
        } else {
            unrecorded.append(sent)
            if !isRecording { wake.yield() }
        }
    }

    /// Tells the log what is out, group after group.
    func recordAll() async {
        while !unrecorded.isEmpty {
            let group = unrecorded
            unrecorded = []
            await log.sent(group)
            await log.caughtUp()
            for sent in group { close(sent.key) }
        }
        isRecording = false
    }
}
