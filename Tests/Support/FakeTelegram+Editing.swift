package import Foundation

extension FakeTelegram {
    /// Somebody changes what they said in private.
    package func edit(
        _ message: Int, to text: String, from person: Person, at date: Date = SteppedClock.start
    ) {
        let seconds = Int(date.timeIntervalSince1970)
        deliver(
            """
            "edited_message":{"message_id":\(message),"date":\(seconds),"edit_date":\(seconds),\
            "from":\(Self.user(person)),"chat":\(Self.place(person.id)),"text":\(Self.quoted(text))}
            """)
    }
}
