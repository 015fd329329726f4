package org.daywatch.emergencies.lane.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.bus.NatsSettings;
import org.daywatch.emergencies.lane.bus.SharedMessages;
import org.daywatch.emergencies.lane.bus.StreamFeed;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.BusSeal;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.emergencies.networks.LaneProxies;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open alert screens and nothing else: no pages, no database pool, no rooms. Fed by the nodes that accept presses; what
 * it may show to whom the token says.
 */
public final class StreamNode implements AutoCloseable {

    private static final int REHEARSALS = 300;

    private final Streams streams;
    private final StreamFeed feed;
    private final LaneServer server;

    /**
     * @param address where it listens
     * @param site scheme, host and port of the pages that may listen
     * @param nats as for the other nodes @param prefix of the subjects, as for the other nodes
     * @param keys the file of keys that all nodes share
     * @param most streams
     * @param proxies whose word counts for where a request comes from
     */
    public record Settings(InetSocketAddress address, String site, String nats, String prefix, Path keys, int most,
            int perPerson,
            Duration heartbeat, LaneProxies proxies) {

        public Settings(InetSocketAddress address, String site, String nats, String prefix, Path keys, int most,
                int perPerson, Duration heartbeat) {
            this(address, site, nats, prefix, keys, most, perPerson, heartbeat, LaneProxies.NONE);
        }
    }

    /** @param tls null: plain http @param messages null: nothing is heard while NATS is away */
    public StreamNode(Settings settings, @Nullable SslContext tls, @Nullable SharedMessages messages,
            Supplier<List<UUID>> agencies, Clock clock) throws IOException, InterruptedException {
        streams = new Streams(clock);
        var lane = new LaneSettings(true, settings.address().getPort(), "", "", settings.keys().toString(), 0, 0,
                Duration.ofHours(12), settings.most(), settings.perPerson(), settings.heartbeat(), "", 90, 0);
        var shared = new LaneKeys(settings.keys(), clock);
        var tokens = new LaneTokens(shared, lane, null, clock,
                JsonMapper.builder().build());
        var denials = new LaneDenials(then -> Map.of(), lane.tokenLife(), clock);
        var answers = new LaneAnswers(new Texts(), settings.site()::equals);
        var door = new StreamDoor(streams, answers, settings.most(), settings.perPerson(),
                new MemoryLeft(lane.mostMemoryPercent())::isShort);
        var limits = new SenderLimits(0, 0);
        server = new LaneServer(settings.address(), tls, streams, lane,
                () -> new Handler(tokens, denials, door, answers, limits, settings.proxies()));
        Rehearsal.show(streams, REHEARSALS);
        feed = new StreamFeed(new NatsSettings(settings.nats(), 0, settings.prefix()), new BusSeal(shared, clock),
                streams, denials, messages, agencies);
    }

    public int port() {
        return server.port();
    }

    /** @param bus up or away */
    record Now(int streams, String bus) {}

    private final class Handler extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final LaneTokens tokens;
        private final LaneDenials denials;
        private final StreamDoor door;
        private final LaneAnswers answers;
        private final SenderLimits limits;
        private final LaneProxies proxies;

        Handler(LaneTokens tokens, LaneDenials denials, StreamDoor door, LaneAnswers answers, SenderLimits limits,
                LaneProxies proxies) {
            this.tokens = tokens;
            this.denials = denials;
            this.door = door;
            this.answers = answers;
            this.limits = limits;
            this.proxies = proxies;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            ConnectionPatience.answered(ctx);
            var address = new QueryStringDecoder(request.uri());
            try {
                if (request.method().equals(HttpMethod.OPTIONS)) answers.preflight(ctx, request);
                else
                    if (!request.method().equals(HttpMethod.GET))
                        throw RequestRefused.because(404, "lane.refused.address");
                    else
                        if (address.path().equals("/lane/health"))
                            answers.json(ctx, request, 200, new Now(streams.open(), feed.connected() ? "up" : "away"));
                        else
                            if (address.path().equals("/lane/stream"))
                                door.open(ctx, request, address, sender(request, address));
                            else
                                throw RequestRefused.because(404, "lane.refused.address");
            } catch (RequestRefused refused) {
                boolean answered = refused.status != 401 && refused.status != 404 || limits
                        .wrong(proxies.from(ctx.channel().remoteAddress(),
                                request.headers().getAll(LaneProxies.FORWARDED)));
                if (answered) answers.refused(ctx, request, refused);
                else ctx.close();
            }
        }

        private LaneSender sender(FullHttpRequest request, QueryStringDecoder address) throws RequestRefused {
            return tokens.open(LaneHandler.streamToken(request, address)).filter(LaneSender::mayWatch)
                    .filter(sender -> !denials.denies(sender))
                    .orElseThrow(() -> RequestRefused.because(401, "lane.refused.token"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }

    @Override
    public void close() throws InterruptedException {
        server.closeDoor();
        feed.close();
        server.close();
    }
}
