package import Chat
import CurlHTTP
import FoundationEssentials
import Logging

extension DiscordPlatform {
    /// Fetches a file that somebody sent, at most `limit` bytes of it.
    ///
    /// Its address works for a day; a message that still stands tells a new one.
    package func fetch(_ attachment: Attachment, upTo limit: Int) async -> FetchedFile {
        guard let file = DiscordFile(attachment.id) else { return .gone }
        if file.expires ?? .infinity > clock.now().timeIntervalSince1970 {
            let fetched = await download(file.url, upTo: limit)
            guard fetched == .gone else { return fetched }
        }
        guard let place = file.place else { return .gone }
        let route = DiscordRoute.message(place.message, in: place.channel)
        switch try? await api.call(route) {
        case .ok(let message)?:
            let files = message["attachments"]?.array ?? []
            guard let url = files.first(where: { $0["id"]?.string == file.id })?["url"]?.string,
                url != file.url
            else { return .gone }
            return await download(url, upTo: limit)
        case .refusal(let refusal)? where refusal.status == 403 || refusal.status == 404:
            return .gone
        case .refusal, .held, .halted, .unreadable, .failed, nil: return .unreachable
        }
    }

    /// Discord's own places for files; and the API's own host, where a conformance server has them.
    private var origins: [HTTPURL] {
        ["https://cdn.discordapp.com", "https://media.discordapp.net", api.base]
            .compactMap { HTTPURL($0) }
    }

    /// Goes nowhere else, whatever an event names, and takes no token along.
    private func download(_ address: String, upTo limit: Int) async -> FetchedFile {
        guard let url = HTTPURL(address), origins.contains(where: { url.isSameOrigin(as: $0) })
        else {
            logger.warning("a file lies elsewhere than with Discord and is not fetched")
            return .gone
        }
        let request = HTTPRequest(
            url: url, headers: ["User-Agent": DiscordAPI.userAgent],
            deadlines: .init(connect: .seconds(10), total: .seconds(300), stall: .seconds(30)),
            responseLimit: limit)
        do {
            let response = try await api.transport.call(request)
            switch response.status {
            case 200: return .bytes(response.body)
            case 400, 403, 404, 410: return .gone
            default: return .unreachable
            }
        } catch HTTPFailure.responseTooLarge {
            return .tooLarge
        } catch {
            return .unreachable
        }
    }
}
