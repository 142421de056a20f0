import FoundationEssentials

/// Feeds any bytes to the two readers of what people and programs write as dates: to the calendar's where they begin as
/// a calendar does, else to the reader of phrases, whose language the first byte chooses. Whatever comes in, both
/// return, say the same of the same bytes, and never more than the bytes can hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if bytes.starts(with: "BEGIN".utf8) { readCalendar(bytes) } else { readPhrase(bytes) }
    return 0
}

private let zones = ZoneDatabase.system
private let toronto = zones.zone(named: "America/Toronto") ?? .utc

private func readCalendar(_ bytes: [UInt8]) {
    let reader = CalendarReader(zones: zones, floating: toronto)
    guard let file = try? reader.read(bytes) else { return }
    precondition(file == (try? reader.read(bytes)))
    precondition(file.events.count <= CalendarReader.mostEvents && file.faults.count <= 1_000)
    for event in file.events.prefix(20) {
        let moments = event.moments(limit: 50)
        precondition(moments == moments.sorted() && moments.count <= 50)
        _ = event.due
    }
    let again = CalendarDiff(file, known: file.events.map { .init($0) })
    precondition(again.new.isEmpty && again.changed.isEmpty && again.gone.isEmpty)
    writeAndReadAgain(file)
}

/// What is exported is read again without a fault, at the same instants.
private func writeAndReadAgain(_ file: CalendarFile) {
    // Nobody's deadline lies before the zones had whole minutes, nor where a year has five digits.
    let years = Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 32_000_000_000)
    let entries = file.events.prefix(20).compactMap { event in
        years.contains(event.start.date)
            ? CalendarEntry(
                uid: event.uid, sequence: event.sequence, summary: event.summary,
                details: event.details, start: event.start.date, leads: event.leads) : nil
    }
    let text = CalendarWriter().write(entries, name: file.name, at: Date(timeIntervalSince1970: 0))
    precondition(text.utf8.split(separator: 0x0A).allSatisfy { $0.last == 0x0D && $0.count <= 76 })
    let again = try? CalendarReader(zones: zones, floating: .utc).read(text)
    precondition(again?.events.count ?? 0 <= entries.count)
    let starts = Set(entries.map(\.start))
    precondition(again?.events.allSatisfy { starts.contains($0.start.date) } == true)
}

private func readPhrase(_ bytes: [UInt8]) {
    let languages = ["en-US", "es", "pt-BR", "fr", "hi", "en", ""]
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    var context = DateContext(
        now: Date(timeIntervalSince1970: 1_795_446_000), zone: toronto,
        language: languages[Int(bytes.first ?? 0) % languages.count])
    (context.acceptsRepeats, context.acceptsRanges) = (true, true)
    let reader = DateReader(zones: zones)
    let answer = reader.read(text, in: context)
    precondition(answer == reader.read(text, in: context))
    check(answer, in: context)
    check(reader.readSentence(text, in: context), in: context)
    if let (answer, rest) = reader.readPrefix(text, in: context) {
        check(answer, in: context)
        precondition(rest.utf8.count <= text.utf8.count)
    }
    if let (rest, answer) = reader.readSuffix(text, in: context) {
        check(answer, in: context)
        precondition(rest.utf8.count <= text.utf8.count)
    }
    _ = reader.duration(text)
    _ = zones.lookup(text)
}

private func check(_ answer: DateAnswer, in context: DateContext) {
    guard case .moment(let moment) = answer else { return }
    precondition(moment.date >= context.now, "a moment that is over")
    precondition(moment.end ?? moment.date >= moment.date, "an end before its start")
    precondition((1...9_999).contains(moment.local.year))
    if let series = moment.series {
        let moments = series.moments(after: context.now, limit: 20)
        precondition(moments.first == moment.date && moments == moments.sorted())
        precondition((try? Recurrence(series.rule.description)) == series.rule)
    }
}
