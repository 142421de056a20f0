extension StateDirectory {
    /// Keeps room for the snapshot that ends a full disk's trouble.
    func fillBallast(_ bytes: Int) throws(FileError) {
        guard bytes > 0, try files.size(of: ballast) != bytes else { return }
        let file = try files.open(ballast, .replacing)
        do throws(FileError) {
            // Some file systems keep no room for what is all alike.
            var noise: UInt64 = 0x9E37_79B9_7F4A_7C15
            let words = (0..<bytes / 8 + 1).map { _ in
                noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return noise
            }
            try file.appendAll(words.withUnsafeBytes { [UInt8]($0.prefix(bytes)) })
            try file.synchronize()
            try file.close()
        } catch {
            // Half of it would take room from others and give none back.
            try? files.remove(ballast)
            throw error
        }
    }

    func dropBallast() throws(FileError) {
        try files.remove(ballast)
        try files.synchronizeDirectory(path)
    }
}
