import Testing

@testable import Configuration

@Suite struct ListenAddressTests {
    @Test(
        "an address and a port are read and written back",
        arguments: [
            ("127.0.0.1:8080", "127.0.0.1:8080"), ("[::1]:0", "[::1]:0"),
            ("localhost:9", "127.0.0.1:9"), ("0.0.0.0:65535", "0.0.0.0:65535"),
        ])
    func read(text: String, written: String) {
        #expect(ListenAddress(text)?.description == written)
    }

    @Test(
        "names, missing and impossible ports are refused",
        arguments: [
            "", "8080", ":8080", "example.org:80", "127.0.0.1", "127.0.0.1:70000", "::1:80",
            "1.2.3:4",
        ])
    func refuse(text: String) { #expect(ListenAddress(text) == nil) }
}
