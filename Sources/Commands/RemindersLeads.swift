package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/reminders leads`: how long before what is due one is told, for oneself.
package struct RemindersLeads: Command {
    static let leads = Field<String?>.optional(
        "leads", .text, "How long before, such as 3d,12h,1h; usual for the cohort's, off for none")

    package static let card = CommandCard(
        "reminders leads", for: .learner, "How long before a deadline you are reminded",
        fields: [leads.card], examples: ["/reminders leads 3d,12h", "/reminders leads usual"],
        meanings: ["leads", "before", "earlier"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let before = world.people[call.caller.person]?.reminding?.leads
        guard let words = try call[Self.leads] else {
            let usual = call.caller.cohort.flatMap { world.cohorts[$0]?.leads }
            return call.privateReply(
                said(
                    before == nil ? "reminders.leads-usual" : "reminders.leads-are",
                    before ?? usual ?? CohortSettings.defaultLeads))
        }
        let chosen: [Int]?
        switch words.lowercased().trimmed {
        case "usual", "default", "cohort": chosen = nil
        case "off", "none", "never": chosen = []
        default:
            guard let leads = call.leads(words) else {
                throw .unreadable(Self.leads.card, words: words)
            }
            chosen = leads
        }
        let key =
            chosen == nil
            ? "reminders.leads-reset"
            : chosen?.isEmpty == true ? "reminders.leads-off" : "reminders.leads-set"
        return call.privateReply(
            said(key, chosen ?? []), buttons: call.undo("/reminders leads \(Self.written(before))")
        ).after([LeadsChosen(id: call.caller.person, leads: chosen, at: call.now)])
    }

    private func said(_ key: String, _ leads: [Int]) -> Phrase {
        Phrase(
            key,
            [
                "leads": leads.isEmpty
                    ? .phrase(Phrase("reminders.leads-none"))
                    : .list(leads.map { Phrase("plain", ["text": .duration($0)]) }),
                "usual": .code("/reminders leads usual"),
                "example": .code(Self.card.examples[0]),
            ])
    }

    /// As it would be typed; eight of them still fit on a button.
    private static func written(_ leads: [Int]?) -> String {
        guard let leads else { return "usual" }
        if leads.isEmpty { return "off" }
        return leads.map { seconds in
            seconds % 86_400 == 0
                ? "\(seconds / 86_400)d"
                : seconds % 3_600 == 0 ? "\(seconds / 3_600)h" : "\(seconds / 60)m"
        }.joined(separator: ",")
    }
}
