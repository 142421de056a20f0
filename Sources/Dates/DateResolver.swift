import FoundationEssentials

/// Holds a draft against the calendar, the clock and the zone: rules R1 to R8.
struct DateResolver {
    let draft: DateDraft
    let context: DateContext
    let zones: ZoneDatabase

    func answer() -> DateAnswer {
        if draft.repeats != nil, !context.acceptsRepeats { return .none(.recurring) }
        switch draft.zone {
        case nil: return answer(in: context.zone, notes: [])
        case .zone(let zone): return answer(in: zone, notes: [.zoneFromText])
        case .several(let zones, let words): return ask(zones, words)
        case .abbreviation(let letters): return answer(letters: letters)
        }
    }

    /// "Tomorrow 5pm CET" has two readings while it is already tomorrow in one of the two zones.
    private func answer(in zone: Zone, notes: [DateNote]) -> DateAnswer {
        func answer(daysOf calendar: Zone) -> DateAnswer {
            DayResolver(
                draft: draft, context: context, zones: zones, zone: zone, calendar: calendar,
                notes: notes
            ).answer()
        }
        let there = answer(daysOf: zone)
        let isSameDay =
            zone.local(context.now).startOfDay == context.zone.local(context.now).startOfDay
        guard !isSameDay, draft.hasDay else { return there }
        let here = answer(daysOf: context.zone)
        switch (here, there) {
        case (.moment(let first), .moment(let second)) where first != second:
            return first.date < second.date
                ? .ask(.whichDay(first: first, last: second))
                : .ask(.whichDay(first: second, last: first))
        case (.moment, _): return here
        default: return there
        }
    }

    /// R7: the person's own zone or country decides between the meanings of letters; nothing else does.
    private func answer(letters: String) -> DateAnswer {
        let meanings = zoneAbbreviations[letters] ?? []
        let country = context.country?.uppercased() ?? zones.country(of: context.zone)
        let own = meanings.filter { $0.zone == context.zone.name }
        let local = own.isEmpty ? meanings.filter { $0.country == country } : own
        let chosen = local.first ?? (meanings.count == 1 ? meanings.first : nil)
        let candidates = meanings.compactMap { zones.zone(named: $0.zone) }
        guard let chosen, let zone = zones.zone(named: chosen.zone) else {
            return ask(candidates, letters.uppercased())
        }
        let answer = answer(in: zone, notes: [.zoneFromText])
        guard let minutes = chosen.minutes,
            answer.options.contains(where: { zone.offset(at: $0.date) != minutes * 60 }),
            let literal = Zone(secondsEast: minutes * 60)
        else { return answer }
        // "EST" in July: the letters say one thing and the clocks of the place another.
        return ask([zone, literal], letters.uppercased())
    }

    private func ask(_ candidates: [Zone], _ words: String) -> DateAnswer {
        let answers = candidates.map { answer(in: $0, notes: [.zoneFromText]) }
        // Of each zone all that it leaves open: "Friday midnight IST" has two ends in three zones.
        let options = answers.map(\.options)
        guard options.allSatisfy({ !$0.isEmpty }), options.count > 1 else {
            return answers.first { if case .moment = $0 { false } else { true } } ?? answers.first
                ?? .none(.notADate)
        }
        return .ask(.zone(options: options.flatMap(\.self), words: words))
    }
}
