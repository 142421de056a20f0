import Chat

/// What can only be seen with all cohorts side by side.
struct CohortCrossCheck {
    let log: FaultLog
    let rubrics: [String]
    /// The bots besides the first of each service.
    let furtherBots: [Platform]

    func check(_ cohorts: [CohortFile]) {
        var owners: [RoomAddress: SourceMark] = [:]
        for cohort in cohorts {
            for room in cohort.rooms {
                check(room)
                if let earlier = owners[room.value], earlier.file != room.mark.file {
                    log.fault(
                        room.mark,
                        "the room \(room.value) belongs to another cohort already, at \(earlier); a room has one"
                    )
                }
                owners[room.value] = owners[room.value] ?? room.mark
            }
            if let rubric = cohort.review.rubric, !rubrics.contains(rubric.value) {
                if rubrics.isEmpty {
                    log.fault(
                        rubric.mark,
                        "no rubric \"\(rubric.value.shown)\"; there is no file in rubrics/ yet")
                } else {
                    log.unknown("rubric", rubric.value, known: rubrics, at: rubric.mark)
                }
            }
        }
    }

    private func check(_ room: Located<RoomAddress>) {
        guard let bot = room.value.platform.bot, !furtherBots.contains(room.value.platform) else {
            return
        }
        let known = furtherBots.compactMap(\.bot)
        if known.isEmpty {
            log.fault(
                room.mark,
                "no bot \"\(bot.shown)\"; bot.yaml names none under \"more\" of \(room.value.platform.service.rawValue)"
            )
        } else {
            log.unknown("bot", bot, known: known, at: room.mark)
        }
    }
}
