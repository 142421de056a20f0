import Chat
import FoundationEssentials
import Logging
import Texts

extension Outbox {
    /// Sends one message after the other for as long as any may go: no task per message while there is much to do.
    nonisolated func work(on platform: any ChatPlatform, first: Item) async {
        var item: Item? = first
        while let current = item {
            guard let (fresh, message) = await prepare(current) else {
                item = await nextItem(on: platform.platform)
                continue
            }
            let result = await platform.send(message)
            await settle(fresh, after: result)
            item = await nextItem(on: platform.platform)
        }
    }

    private func nextItem(on platform: Platform) -> Item? {
        switch isStopped ? .idle : lanes[platform]?.next(at: moment) {
        case .send(let item): return item
        case .wait: wake.yield()
        case .idle, nil: break
        }
        workers[platform, default: 1] -= 1
        return nil
    }

    /// The message in words. Nil where its receiver is elsewhere by now: then it waits in another lane.
    private func prepare(_ item: Item) async -> (Item, Message)? {
        var item = item
        if moment - item.lookedUp > Self.lookUpLasts {
            let chat = item.chat
            guard let receiver = await directory.receivers(of: [item.owed.outgoing]).first ?? nil
            else {
                lanes[chat.platform]?.free(chat, at: moment)
                await giveUp(item.owed, .unknownReceiver)
                return nil
            }
            item.receiver = receiver
            item.lookedUp = moment
            if item.chat != chat {
                lanes[chat.platform]?.free(chat, at: moment)
                add(item)
                wake.yield()
                return nil
            }
        }
        return (item, message(for: item))
    }

    private func message(for item: Item) -> Message {
        let outgoing = item.owed.outgoing
        let (reader, now) = (item.receiver.reader, clock.now())
        var phrase = outgoing.phrase
        if phrase.key == StandIn.key {
            phrase.values["person"] = item.receiver.name ?? .phrase(Phrase("delivery.somebody"))
        }
        let text = sentences.render(phrase, for: reader, now: now)
        if item.retry.isPlain {
            return Message(
                room: item.receiver.room, text: [.quoted(text.plain)], key: item.owed.key)
        }
        let buttons = outgoing.buttons.map { row in
            row.map { choice in
                Button(
                    sentences.render(choice.label, for: reader, now: now).plain, choice.data)
            }
        }
        return Message(
            room: item.receiver.room, text: text, buttons: buttons, replyTo: outgoing.replyTo,
            asks: outgoing.asks, key: item.owed.key)
    }

    private func settle(_ item: Item, after result: SendResult) async {
        var item = item
        let (chat, platform) = (item.chat, item.receiver.room.platform)
        if case .slowDown(let seconds) = result { note(slowDown: seconds, chat.platform) }
        switch item.retry.step(after: result, chance: chance()) {
        case .sent(let id):
            counts.sent += 1
            let key = item.owed.key
            if open[key]?.isDurable == true { await log.sent(key: key, messageID: id) }
            close(key)
            lanes[platform]?.free(chat, at: moment)
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
        counts.undeliverable += 1
        logger.warning(
            "delivery.undeliverable",
            metadata: ["key": "\(owed.key)", "reason": "\(reason.description)"])
        if reason == .blocked || reason == .unknownReceiver, let told = StandIn(for: owed),
            toldOfWaiting[told].map({ clock.now().timeIntervalSince($0) > StandIn.rest }) ?? true
        {
            toldOfWaiting[told] = clock.now()
            deliver([told.message(for: owed)])
        }
        if open[owed.key]?.isDurable == true {
            await log.undeliverable(key: owed.key, reason: reason)
        }
        close(owed.key)
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
