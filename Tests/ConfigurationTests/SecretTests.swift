import Testing

@testable import Configuration

@Suite struct SecretTests {
    @Test("no way of printing shows it")
    func hidden() {
        let settings = TelegramSettings(
            token: Secret("123456789:AAEhBOweik6ad9r"), tokenOrigin: "TELEGRAM_BOT_TOKEN")
        var dumped = ""
        dump(settings, to: &dumped)
        for text in [
            "\(settings)", String(reflecting: settings), String(describing: settings.token), dumped,
        ] {
            #expect(!text.contains("AAEh"))
        }
        #expect("\(settings.token)" == "(secret)")
        #expect(settings.token.value == "123456789:AAEhBOweik6ad9r")
    }

    @Test("a refused one may show its last four characters, a short one nothing")
    func ending() {
        #expect(Secret("123456789:AAEhBOweik6ad9r").ending == "ad9r")
        #expect(Secret("1:abc").ending == "")
    }
}
