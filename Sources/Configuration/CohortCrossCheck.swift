import Chat

/// What can only be seen with all cohorts side by side.
struct CohortCrossCheck {
    let log: FaultLog
    let rubrics: [String]

    func check(_ cohorts: [CohortFile]) {
        var owners: [RoomAddress: SourceMark] = [:]
        for cohort in cohorts {
            for room in cohort.rooms {
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
}
