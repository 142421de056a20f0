# syntax=docker/dockerfile:1
ARG SWIFT_IMAGE=swift:6.3-bookworm
ARG BASE_IMAGE=debian:bookworm-slim

FROM ${SWIFT_IMAGE} AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        libcurl4-openssl-dev libstemmer-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The dependencies have a layer of their own: a change of our sources does not fetch them again.
COPY Package.swift ./
RUN swift package resolve
COPY Sources Sources
COPY Tests Tests
# Static Swift libraries: the final image needs no Swift runtime.
RUN swift build -c release --product cohortbot --static-swift-stdlib \
    && install -D -s "$(swift build -c release --static-swift-stdlib --show-bin-path)/cohortbot" /out/cohortbot

FROM ${BASE_IMAGE}
ARG VERSION=dev
LABEL org.opencontainers.image.title="CohortBot" \
      org.opencontainers.image.description="Deadlines, peer review and answered questions for online study groups" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}"
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        ca-certificates tzdata libcurl4 libstemmer0d \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 65532 cohortbot \
    && useradd --uid 65532 --gid 65532 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin cohortbot \
    && install -d -o 65532 -g 65532 -m 0700 /var/lib/cohortbot
COPY --from=build /out/cohortbot /usr/local/bin/cohortbot
COPY bot-config /etc/cohortbot
# Only the state is written; everything else works on a read-only root.
ENV COHORTBOT_STATE=/var/lib/cohortbot
VOLUME /var/lib/cohortbot
USER 65532:65532
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["cohortbot", "healthcheck"]
ENTRYPOINT ["cohortbot"]
CMD ["run", "--config", "/etc/cohortbot"]
