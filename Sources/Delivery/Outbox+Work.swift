import Chat
import FoundationEssentials
import Logging
import Texts

extension Outbox {
    /// Sends one message after the other for as long as any may go: no task per message while there is much to do, and
    /// one hop to the outbox between two messages.
    nonisolated func work(as worker: Int, on platform: any ChatPlatform, first: Job) async {
        var job: Job? = first
        while let current = job {
            let result = await platform.send(current.message)
            job = await nextJob(of: worker, after: current.item, result)
        }
    }

    private func nextJob(of worker: Int, after item: Item, _ result: SendResult) async -> Job? {
        await settle(item, after: result)
        return await nextJob(of: worker, on: item.receiver.room.platform)
    }

    /// The next message that may go. Nil ends the worker that asked.
    private func nextJob(of worker: Int, on platform: Platform) async -> Job? {
        guard crews[platform]?.goesOn(worker, at: moment) == true else {
            // The others are quick again and take what waits; should they slow down, `run` sees to it.
            wake.yield()
            return nil
        }
        while !isStopped {
            switch lanes[platform]?.next(at: moment) {
            case .send(let item) where item.retry.carriesFile:
                enqueue(upload: item)
                continue
            case .send(let item):
                if let job = await ready(item) { return job }
                continue
            case .wait: wake.yield()
            case .idle, nil: break
            }
            break
        }
        crews[platform]?.end(worker)
        return nil
    }

    /// A worker that begins with a message whose receiver has to be looked up again.
    nonisolated func work(as worker: Int, on platform: any ChatPlatform, renewing item: Item) async
    {
        var first = await renewed(item)
        if first == nil { first = await nextJob(of: worker, on: platform.platform) }
        if let first { await work(as: worker, on: platform, first: first) }
    }

    /// The message as it is to go now. Nil where it is of no use any more, or waits in another lane.
    func ready(_ item: Item) async -> Job? {
        if isExpired(item) {
            lanes[item.receiver.room.platform]?.free(item.chat, at: moment)
            await giveUp(item.owed, .expired)
            return nil
        }
        return isStale(item) ? await renewed(item) : job(for: item)
    }

    func isExpired(_ item: Item) -> Bool {
        item.owed.outgoing.expires.map { $0 <= clock.now() } ?? false
    }

    func isStale(_ item: Item) -> Bool { moment - item.lookedUp > Self.lookUpLasts }

    func job(for item: Item) -> Job { Job(item: item, message: message(for: item)) }

    /// The message for where its receiver is by now. Nil where that is elsewhere: then it waits in another lane.
    private func renewed(_ item: Item) async -> Job? {
        var item = item
        let chat = item.chat
        let receiver = await directory.receivers(of: [item.owed.outgoing]).first ?? nil
        if let receiver {
            item.receiver = receiver
            item.lookedUp = moment
            if item.chat == chat { return job(for: item) }
        }
        lanes[chat.platform]?.free(chat, at: moment)
        if receiver == nil {
            await giveUp(item.owed, .unknownReceiver)
        } else {
            add(item)
            wake.yield()
        }
        return nil
    }

    private func message(for item: Item) -> Message {
        let outgoing = item.owed.outgoing
        let (reader, now) = (item.receiver.reader, clock.now())
        var phrase = outgoing.phrase
        if StandIn.keys.contains(phrase.key) {
            phrase.values["person"] = item.receiver.name ?? .phrase(Phrase("delivery.somebody"))
        }
        let file = item.retry.carriesFile ? outgoing.file : nil
        if outgoing.file != nil, file == nil {
            phrase = Phrase("delivery.without-file", ["message": .phrase(phrase)])
        }
        if outgoing.urgency > .reply, item.owed.mayBeOut || item.retry.uncertain > 0 {
            phrase = Phrase("delivery.perhaps-again", ["message": .phrase(phrase)])
        }
        let text = sentences.render(phrase, for: reader, now: now)
        if item.retry.isPlain {
            return Message(
                room: item.receiver.room, text: [.quoted(text.plain)], file: file,
                key: item.owed.key)
        }
        let buttons = outgoing.buttons.map { row in
            row.map { choice in
                Button(
                    sentences.render(choice.label, for: reader, now: now).plain, choice.data)
            }
        }
        return Message(
            room: item.receiver.room, text: text, buttons: buttons, replyTo: outgoing.replyTo,
            asks: outgoing.asks, file: file, key: item.owed.key)
    }

    func settle(_ item: Item, after result: SendResult) async {
        var item = item
        let (chat, platform) = (item.chat, item.receiver.room.platform)
        if case .slowDown(let seconds) = result { note(slowDown: seconds, chat.platform) }
        switch item.retry.step(after: result, chance: chance()) {
        case .sent(let id):
            counts.sent += 1
            lanes[platform]?.free(chat, at: moment)
            await record(item.owed, id)
        case .again(let delay):
            counts.triedAgain += 1
            lanes[platform]?.putBack(item, until: moment + delay, at: moment)
        case .elsewhere(let room):
            let waiting = lanes[platform]?.drain(chat) ?? []
            await log.moved(from: chat, to: room)
            lanes[platform]?.free(chat, at: moment)
            for item in [item] + waiting { add(item.moved(to: room)) }
            wake.yield()
        case .giveUp(.blocked):
            // What waits behind it would meet the same door.
            let waiting = lanes[platform]?.drain(chat) ?? []
            await log.blocked(room: chat)
            for item in [item] + waiting { await giveUp(item.owed, .blocked) }
            lanes[platform]?.free(chat, at: moment)
        case .giveUp(let reason):
            await giveUp(item.owed, reason)
            lanes[platform]?.free(chat, at: moment)
        }
    }

    /// The end of a message that cannot arrive; its reader is told in a room that something waits, never what.
    func giveUp(_ owed: Owed, _ reason: Undelivered) async {
        if reason == .blocked || reason == .unknownReceiver, case .person = owed.outgoing.to {
            await callInRoom(for: owed)
            logger.info("delivery.waits", metadata: ["key": "\(owed.key)"])
            await log.waits(owed)
            return close(owed.key)
        }
        counts.undeliverable += 1
        logger.warning(
            "delivery.undeliverable",
            metadata: ["key": "\(owed.key)", "reason": "\(reason.description)"])
        if open[owed.key]?.isDurable == true {
            await log.undeliverable(key: owed.key, reason: reason)
        }
        close(owed.key)
    }

    private func callInRoom(for owed: Owed) async {
        guard let told = StandIn(for: owed),
            toldOfWaiting[told].map({ clock.now().timeIntervalSince($0) > StandIn.rest }) ?? true
        else { return }
        toldOfWaiting[told] = clock.now()
        let link = await platforms[told.room.platform]?.privateChatLink(StandIn.payload)
        deliver([told.message(for: owed, link: link)])
    }

    private func note(slowDown seconds: Double, _ platform: Platform) {
        counts.secondsAskedToWait += seconds
        logger.info(
            "delivery.slow-down",
            metadata: ["platform": "\(platform.rawValue)", "seconds": "\(seconds)"])
    }

    /// From 0 up to 1.
    private func chance() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
}
