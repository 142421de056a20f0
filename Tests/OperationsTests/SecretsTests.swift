import Foundation
import Testing

@testable import Operations

@Suite struct SecretsTests {
    private static let token = "123456:AA-very_secret?&=token/ü"

    @Test(
        "a secret is taken out in every form it may take",
        arguments: [
            token,
            "https://api.telegram.org/bot\(token)/getMe",
            "?t=123456%3AAA-very_secret%3F%26%3Dtoken%2F%C3%BC!",
            "?t=123456%3aAA-very_secret%3f%26%3dtoken%2f%c3%bc!",
            "Basic \(Data(token.utf8).base64EncodedString())",
            "Basic \(Data("u:\(token)".utf8).base64EncodedString())",
            "Basic \(Data("u:x\(token) and more".utf8).base64EncodedString())",
            Data("12\(token)".utf8).base64EncodedString().replacingOccurrences(of: "/", with: "_"),
        ])
    func forms(text: String) {
        let secrets = Secrets()
        secrets.register(Self.token)
        let redacted = secrets.redacted(text)
        #expect(redacted.contains("[secret]"))
        #expect(!redacted.contains("very_secret"))
        #expect(redacted.count < text.count)
    }

    @Test(
        "what holds no secret stays as it is",
        arguments: [
            "", "1", "reminder sent", "123456", "12\u{0}é", "🙂",
        ])
    func untouched(text: String) {
        let secrets = Secrets()
        secrets.register(Self.token)
        secrets.register("")
        #expect(secrets.redacted(text) == text)
    }

    @Test("each of several secrets is taken out, also side by side and more than once")
    func several() {
        let secrets = Secrets()
        secrets.register("alpha-token")
        secrets.register("alpha-token-longer")
        #expect(
            secrets.redacted("alpha-tokenalpha-token-longer, alpha-token.")
                == "[secret][secret], [secret].")
    }
}
