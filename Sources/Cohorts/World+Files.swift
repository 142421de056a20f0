import Chat
import HashTreeCollections

extension World {
    /// The digests of all kept files that something still needs; any other file is nobody's.
    package var namedFiles: Set<String> {
        var digests = Set(works.values.compactMap { $0.file?.digest })
        digests.formUnion(owed.values.compactMap { $0.file?.digest })
        for messages in waiting.values {
            digests.formUnion(messages.compactMap { $0.message.file?.digest })
        }
        digests.formUnion(questions.values.compactMap { $0.file?.keptDigest })
        for job in jobs.values {
            if case .fetch(let request) = job.task, let digest = request.file.keptDigest {
                digests.insert(digest)
            }
        }
        return digests
    }

    /// How many bytes of files the works of a cohort hold, not counting one work.
    package func fileBytes(of cohort: CohortID, without work: ShortID?) -> Int {
        works.values.reduce(0) { sum, other in
            other.cohort == cohort && other.id != work ? sum + (other.file?.size ?? 0) : sum
        }
    }
}

extension GivenFile {
    fileprivate var keptDigest: String? {
        if case .kept(let file) = self { file.digest } else { nil }
    }
}
