package import Chat
package import Cohorts
import FoundationEssentials

/// `/cohort invite`: a one-time code that binds one further room to the cohort.
package struct CohortInvite: Command {
    package static let card = CommandCard(
        "cohort invite", for: .moderator, "A one-time code that adds a further room",
        examples: ["/cohort invite"])

    /// A day: long enough to ask a colleague on the other platform, short enough to forget.
    static let lifetime: Double = 86_400

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let invitation = Invitation(
            code: Self.code(call.seed), cohort: cohort.id,
            expiresAt: call.now.addingTimeInterval(Self.lifetime))
        // In private: whoever sees the code can attach a room.
        return call.privateReply(
            Phrase(
                "cohorts.invitation",
                [
                    "cohort": .user(cohort.name),
                    "line": .code("/cohort attach \(invitation.code)"),
                    "until": .moment(invitation.expiresAt),
                ])
        ).after([InvitationMade(invitation: invitation)])
    }

    /// A code as it was given, however it was typed.
    static func normal(_ typed: String) -> String {
        let letters = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        return String(letters.prefix(4) + "-" + letters.dropFirst(4))
    }

    /// Forty bits in eight letters of an alphabet without look-alikes: `7KQ4-MX2P`.
    static func code(_ seed: UInt64) -> String {
        let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
        var rest = seed
        var letters = ""
        for index in 0..<8 {
            if index == 4 { letters.append("-") }
            letters.append(alphabet[Int(rest % 32)])
            rest /= 32
        }
        return letters
    }
}
