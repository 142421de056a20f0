package import Chat
package import Cohorts

/// `/review status`: how a round stands; who is silent is told to moderators alone.
package struct ReviewStatus: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review status", for: .instructor, "How a round of peer review stands",
        fields: [assignment.card], examples: ["/review status Assignment 2"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.round(of: Self.assignment, in: world)
        guard round.state == .started else {
            throw .because(
                Phrase(
                    "reviews.not-started",
                    [
                        "title": .user(deadline.title),
                        "start": .code("/review start \(deadline.title)"),
                    ]))
        }
        let figures = RoundFigures(round, in: world)
        var buttons: [Choice] = []
        let id = deadline.id.rawValue
        if round.isRunning, figures.sent < figures.total {
            buttons.append(Choice(Phrase("reviews.nudge-button"), "/review nudge \(id)"))
        }
        if round.isRunning, !figures.silent.isEmpty {
            buttons.append(Choice(Phrase("reviews.reassign-button"), "/review reassign \(id)"))
        }
        return call.privateReply(figures.status, buttons: buttons.isEmpty ? [] : [buttons])
    }
}
