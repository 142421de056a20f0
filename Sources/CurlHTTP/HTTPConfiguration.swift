/// What all requests of one client share.
public struct HTTPConfiguration: Sendable {
    /// Which proxy carries requests to other machines; loopback is always reached directly.
    public enum Proxy: Sendable, Hashable {
        /// `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, read by libcurl itself.
        case environment
        case direct
        case host(String, port: UInt16)
    }

    /// The most connections open at once, idle ones included; further requests wait for one of them.
    public var maxConnections: Int
    public var userAgent: String
    public var proxy: Proxy
    /// A PEM file of the authorities to trust in place of the system's (`SSL_CERT_FILE` and
    /// `CURL_CA_BUNDLE` are read by the caller and passed here).
    public var authoritiesFile: String?

    public init(
        maxConnections: Int = 32, userAgent: String = "CohortBot", proxy: Proxy = .environment,
        authoritiesFile: String? = nil,
    ) {
        self.maxConnections = maxConnections
        self.userAgent = userAgent
        self.proxy = proxy
        self.authoritiesFile = authoritiesFile
    }
}
