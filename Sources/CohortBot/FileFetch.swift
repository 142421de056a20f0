import Chat
import Cohorts
import Commands
import FoundationEssentials
import Journal
import Logging

/// Fetches the file that a command was given, keeps it, and lets the command be carried out with it.
struct FileFetch: LongWork {
    let job: Job
    private let request: FileRequest

    enum Result: Sendable {
        case content(FileContent)
        /// Why there is none, for whoever asked.
        case missing(Phrase)
    }

    init?(_ job: Job, in world: World, knowledge: Knowledge) {
        guard case .fetch(let request) = job.task else { return nil }
        self.job = job
        self.request = request
    }

    /// Seconds after which a service that does not hand a file over is given up on.
    static let patience = 600.0

    func run(with means: WorkMeans) async throws -> Result {
        switch request.file {
        case .kept(let file): return await read(file, means)
        case .sent(let attachment): return try await fetch(attachment, means)
        }
    }

    private func read(_ file: KeptFile, _ means: WorkMeans) async -> Result {
        do throws(JournalFault) {
            guard let bytes = try await means.files.get(file.digest) else {
                return .missing(Phrase("files.gone"))
            }
            return .content(FileContent(file, bytes))
        } catch {
            means.logger.error("file.unreadable", metadata: ["reason": "\(error)"])
            return .missing(Phrase("files.gone"))
        }
    }

    /// Asks again until it is here, at growing distances; a link that has grown too old is asked for anew each time.
    private func fetch(_ attachment: Attachment, _ means: WorkMeans) async throws -> Result {
        let end = means.clock.now().addingTimeInterval(Self.patience)
        var wait = 1.0
        while true {
            let fetched =
                await means.platforms[job.room.platform]?.fetch(attachment, upTo: request.limit)
                ?? .unreachable
            try Task.checkCancellation()
            switch fetched {
            case .bytes(let bytes) where bytes.isEmpty: return .missing(Phrase("files.empty"))
            // A service may claim a size and hand out another.
            case .bytes(let bytes) where bytes.count > request.limit:
                return .missing(.fileTooLarge(request.limit))
            case .bytes(let bytes): return await keep(bytes, of: attachment, means)
            case .tooLarge: return .missing(.fileTooLarge(request.limit))
            case .gone: return .missing(Phrase("files.gone"))
            case .unreachable:
                guard means.clock.now() < end else { return .missing(Phrase("files.unreachable")) }
                try await means.clock.sleep(seconds: wait)
                wait = min(wait * 2, 60)
            }
        }
    }

    private func keep(
        _ bytes: [UInt8], of attachment: Attachment, _ means: WorkMeans
    ) async -> Result {
        let kind = FileKind(of: bytes, claimed: attachment)
        do throws(JournalFault) {
            let digest = try await means.files.put(bytes)
            let file = KeptFile(
                digest: digest, name: "file.\(kind.ending)", mediaType: kind.mediaType,
                size: bytes.count)
            return .content(FileContent(file, bytes))
        } catch {
            means.logger.error("file.unkept", metadata: ["reason": "\(error)"])
            return .missing(Phrase("files.not-kept"))
        }
    }

    /// The command is answered as of the moment when it was sent: whoever hands in before the deadline is in time,
    /// however long the file takes.
    func decision(
        for result: Result, in world: World, knowledge: Knowledge, now: Date, seed: UInt64
    ) -> Decision? {
        let dispatcher = Dispatcher(
            request.incoming(for: job), world: world, knowledge: knowledge, now: job.startedAt,
            seed: seed)
        var decision =
            switch result {
            case .content(let content): dispatcher.resume(request, with: content)
            case .missing(let phrase): dispatcher.giveUp(phrase)
            }
        if decision.kind.isEmpty { decision.kind = "job" }
        return decision.after([JobFinished(id: job.id)])
    }

    /// What was fetched is held until its decision is entered.
    func held(by result: Result) -> [String] {
        if case .content(let content) = result, case .sent = request.file {
            [content.kept.digest]
        } else {
            []
        }
    }
}
