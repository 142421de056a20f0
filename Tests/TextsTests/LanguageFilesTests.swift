import Foundation
import Testing

@testable import Texts

@Suite("Language files")
struct LanguageFilesTests {
    @Test("every file in a language's folder is compiled in, byte for byte")
    func folderAndListAgree() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Texts").standardizedFileURL
        for language in LanguageFiles.all {
            let folder = root.appending(path: language.folder)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".yaml") }.sorted()
            #expect(language.files.map { $0.name + ".yaml" }.sorted() == names)
            for file in language.files {
                let onDisk = try Data(contentsOf: folder.appending(path: file.name + ".yaml"))
                #expect(file.bytes == Array(onDisk), "\(file.name)")
            }
        }
    }
}
