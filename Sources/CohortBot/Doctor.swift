import Cohorts
package import Journal

/// `cohortbot doctor`: reads every file of a state and says what it is like.
package struct Doctor {
    private let directory: String
    private let isJSON: Bool
    private let files: any FileSystem
    private let host: InspectionHost
    private let say: (String) -> Void

    package init(
        _ setup: Setup, isJSON: Bool = false, files: any FileSystem = SystemFiles(),
        host: InspectionHost = .system, say: @escaping (String) -> Void = Terminal.standard.print
    ) {
        directory = setup.stateDirectoryAlone.withoutSlash
        self.isJSON = isJSON
        self.files = files
        self.host = host
        self.say = say
    }

    /// Changes nothing and takes no lock: it may run beside a bot.
    /// - Throws: `Failure` 65 for damage, 73 for what cannot be read, 78 for a newer format.
    package func run() throws {
        let inspection: Inspection
        do throws(JournalFault) { inspection = try inspect() } catch { throw Failure(error) }
        let report = DoctorReport(directory: directory, inspection: inspection)
        for line in isJSON ? try report.json(EventCodec()) : report.lines { say(line) }
        // What is damaged was asked for and stands in the output.
        if !inspection.isSound { throw Failure(65, []) }
    }

    private func inspect() throws(JournalFault) -> Inspection {
        var inspection = try Inspection.run(
            directory: directory, files: files, program: Bot.program, host: host,
            makeReader: { WorldReader().reader })
        if inspection.isStartable, !inspection.files.isEmpty {
            var missing = try missingFiles(of: inspection)
            // A bot beside may have put one, or stopped naming one, since.
            if !missing.isEmpty { missing.formIntersection(try missingFiles(of: inspection)) }
            inspection.miss(missing, in: directory)
        }
        return inspection
    }

    private func missingFiles(of inspection: Inspection) throws(JournalFault) -> Set<String> {
        let world = try WorldReader.read(directory, files: files).world
        return world.namedFiles.subtracting(inspection.submitted).filter { digest in
            let path = "\(directory)/files/\(digest.prefix(2))/\(digest)"
            return ((try? files.size(of: path)) ?? nil) == nil
        }
    }

    /// Makes a new state beside a damaged one out of all that is readable; the damaged one stays as it is.
    /// - Throws: `Failure` 75 while a bot is there, 73 where the new one's place is taken.
    package func repair(clock: SystemClock = SystemClock()) async throws {
        let reader = WorldReader()
        let salvage: Salvage?
        do throws(JournalFault) {
            salvage = try await Salvage.run(
                directory, to: "\(directory).repaired", files: files, now: clock.now,
                madeBy: Bot.program, reader: reader.reader,
                content: { SnapshotContent(reader.world) },
                isNeeded: { () throws(JournalFault) in !(try inspect().isSound) })
        } catch {
            throw Failure(error)
        }
        guard let salvage else {
            say("\(directory)/ is sound or not there; nothing to repair.")
            return
        }
        for line in Self.lines(salvage, of: directory) { say(line) }
    }

    static func lines(_ salvage: Salvage, of directory: String) -> [String] {
        var lines = salvage.lost.map { loss in
            "\(loss.path):\(loss.line ?? 1): dropped: \(loss.reason)"
        }
        for range in salvage.missing {
            lines.append(
                range.count == 1
                    ? "record \(range.lowerBound): missing"
                    : "records \(range.lowerBound) to \(range.upperBound): missing")
        }
        if lines.isEmpty { lines.append("Nothing is lost.") }
        let entities = salvage.snapshot.map { "\(salvage.entities) lines of snapshot \($0) and " }
        return lines + [
            "\(salvage.destination)/ holds \(entities ?? "")\(salvage.records) records, up to record \(salvage.recovery.lastSeq). It was read again as a start reads it.",
            "\(directory)/ is as it was. To go on with the repaired one:",
            "    mv \(directory) \(directory).damaged && mv \(salvage.destination) \(directory)",
        ]
    }
}

extension String {
    /// A directory as it stands in front of `.repaired`.
    var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
