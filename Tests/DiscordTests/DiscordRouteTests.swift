import CurlHTTP
import Testing

@testable import Discord

@Suite struct DiscordRouteTests {
    @Test("ids stand in the path and cannot leave their place")
    func paths() {
        #expect(DiscordRoute.send(to: "5").path == "/channels/5/messages")
        #expect(
            DiscordRoute.send(to: "5/../../users/@me").path
                == "/channels/5%2F%2E%2E%2F%2E%2E%2Fusers%2F%40me/messages")
        #expect(DiscordRoute.send(to: "").path == "/channels/-/messages")
        #expect(
            DiscordRoute.original(.patch, app: "1", token: "a.b").path
                == "/webhooks/1/a%2Eb/messages/@original")
    }

    @Test("limits belong to a route and its first id")
    func limits() {
        #expect(
            DiscordRoute.edit("1", in: "5").template == DiscordRoute.edit("2", in: "5").template)
        #expect(DiscordRoute.edit("1", in: "5").top == "5")
        #expect(DiscordRoute.callback("9", token: "t").isInteraction)
    }
}
