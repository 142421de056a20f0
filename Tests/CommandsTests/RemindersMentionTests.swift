import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RemindersMentionTests {
    @Test(
        "whoever agreed is called by name in the room while the private chat is closed; nobody else"
    )
    func mention() {
        var scene = CommandsTestScene()
        #expect(
            scene.does("/reminders mention on", by: "lila")
                == "person.mention -> reminders.mention-on")
        for name in ["lila", "marcos"] {
            scene.happen([
                RoomClosed(room: CommandsTestScene.privateRoom(name), isClosed: true)
            ])
        }
        scene.now += 2.5 * 86_400
        let told = DueDecision(world: scene.world, now: scene.now, zones: .system)
            .decide([.deadline(CommandsTestScene.deadline)])
        #expect(
            told.outcome
                == "deadline.reminded -> deadlines.reminder-late, deadlines.reminder-late, "
                + "deadlines.reminder-mention")
        #expect(
            scene.says("/reminders mention off", by: "lila")
                == "person.mention -> reminders.mention-off")
        #expect(
            scene.says("/reminders mention perhaps", by: "lila")
                == "question.asked -> questions.which")
    }
}
