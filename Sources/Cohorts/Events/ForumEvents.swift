import HashTreeCollections

package enum ForumEvents {
    static let all: [any Event.Type] = [
        ThreadOpened.self, ThreadPosted.self, ThreadAnswered.self, ThreadsImported.self,
    ]
}

/// A question was asked; unposted while the asker still looks at what was found.
package struct ThreadOpened: Event {
    package static let kind = "thread.opened"
    package let thread: Thread
    package let number: Int

    package init(thread: Thread, number: Int) {
        self.thread = thread
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.threads[thread.id] = thread
    }
}

package struct ThreadPosted: Event {
    package static let kind = "thread.posted"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) { world.threads[id]?.isPosted = true }
}

package struct ThreadAnswered: Event {
    package static let kind = "thread.answered"
    package let id: ShortID
    package let answer: Thread.Answer

    package init(id: ShortID, answer: Thread.Answer) {
        self.id = id
        self.answer = answer
    }

    package func apply(to world: inout World) { world.threads[id]?.answer = answer }
}

/// Threads of an exported forum were taken in; those that had been before are as the newer export has them.
package struct ThreadsImported: Event {
    package static let kind = "threads.imported"
    package let threads: [Thread]
    /// The last number that was given to one of them.
    package let number: Int

    package init(threads: [Thread], number: Int) {
        self.threads = threads
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        for thread in threads { world.threads[thread.id] = thread }
    }
}
