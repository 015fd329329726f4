package org.daywatch.emergencies.lane.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.daywatch.emergencies.lane.LaneDoor;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneNames;
import org.daywatch.emergencies.lane.LaneRefusals;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.emergencies.networks.LaneProxies;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.platform.persistence.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lane's five addresses. Everything here runs on an event loop and waits for nothing. */
final class LaneHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger log = LoggerFactory.getLogger(LaneHandler.class);
    private static final String BEARER = "Bearer ";

    private final House house;

    /** What all connections share. */
    record House(LaneTokens tokens, LaneDenials denials, List<LaneDoor> doors, Entries entries, LaneLog log,
            StreamDoor streams, LaneHealth health, SenderLimits limits, LaneAnswers answers,
            List<LaneRefusals> refusals, LaneNames names, LaneProxies proxies) {}

    LaneHandler(House house) {
        this.house = house;
    }

    /** What becomes of an accepted entry, as the sender is told. */
    record Taken(String id, boolean accepted, String at, String alert) {}

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        ConnectionPatience.answered(ctx);
        try {
            if (!request.decoderResult().isSuccess()) throw RequestRefused.wrong("body", null, "lane.wrong.body");
            var address = new QueryStringDecoder(request.uri());
            if (request.method().equals(HttpMethod.OPTIONS)) house.answers().preflight(ctx, request);
            else if (is(request, HttpMethod.POST, address, "/lane/presses")) take(ctx, request, true);
            else if (is(request, HttpMethod.POST, address, "/lane/acks")) take(ctx, request, false);
            else if (is(request, HttpMethod.GET, address, "/lane/stream")) stream(ctx, request, address);
            else if (is(request, HttpMethod.GET, address, "/lane/reach")) names(ctx, request, address);
            else
                if (is(request, HttpMethod.GET, address, "/lane/health"))
                    house.answers().json(ctx, request, 200, house.health().now());
                else
                    throw RequestRefused.because(404, "lane.refused.address");
        } catch (RequestRefused refused) {
            refuse(ctx, request, refused);
        }
    }

    private static boolean is(HttpRequest request, HttpMethod method, QueryStringDecoder address, String path) {
        return request.method().equals(method) && address.path().equals(path);
    }

    private void refuse(ChannelHandlerContext ctx, HttpRequest request, RequestRefused refused) {
        boolean worthAnAnswer = refused.status != 401 && refused.status != 404
                || house.limits().wrong(house.proxies().from(ctx.channel().remoteAddress(),
                        request.headers().getAll(LaneProxies.FORWARDED)));
        if (worthAnAnswer) house.answers().refused(ctx, request, refused);
        else ctx.close();
    }

    private void take(ChannelHandlerContext ctx, FullHttpRequest request, boolean press) throws RequestRefused {
        byte[] body = new byte[request.content().readableBytes()];
        request.content().getBytes(request.content().readerIndex(), body);
        try {
            take(ctx, request, press, body);
        } catch (RequestRefused refused) {
            if (press && (refused.status == 401 || refused.status == 403))
                house.refusals().forEach(hears -> hears.refused(asked(request, body), refused.key));
            throw refused.of(press && PostedFields.notMeant(body));
        }
    }

    private void take(ChannelHandlerContext ctx, FullHttpRequest request, boolean press, byte[] body)
            throws RequestRefused {
        var came = came(request, body);
        var sender = came.sender();
        var fields = PostedFields.read(came.body());
        boolean drill = press && PostedFields.notMeant(came.body());
        var before = house.log().find(sender.agency(), fields.id("id"));
        if (before == null) {
            var entry = press ? house.entries().press(fields, sender) : house.entries().ack(fields, sender);
            if (press ? !house.limits().mayPress(sender.key()) : !house.limits().mayAck(sender.key()))
                throw RequestRefused.because(429, "lane.refused.often");
            before = accept(entry);
        }
        var head = new io.netty.handler.codec.http.DefaultHttpRequest(request.protocolVersion(), request.method(),
                request.uri(), request.headers().copy());
        before.whenComplete((accepted, failure) -> {
            if (failure == null)
                house.answers().json(ctx, head, 202, new Taken(accepted.id().toString(), true, accepted.at().toString(),
                        accepted.alert().toString()));
            else
                house.answers().refused(ctx, head, RequestRefused.because(503, "lane.refused.disk").of(drill));
        });
    }

    private java.util.concurrent.CompletableFuture<LaneLog.Accepted> accept(LaneEntry entry) {
        return house.log().accept(entry);
    }

    /** @param body what was posted, in our words */
    private record Came(LaneSender sender, byte[] body) {}

    private Came came(FullHttpRequest request, byte[] body) throws RequestRefused {
        String bearer = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (bearer != null && bearer.startsWith(BEARER))
            return new Came(byToken(bearer.substring(BEARER.length())), body);
        var asked = asked(request, body);
        var door = house.doors().stream().filter(d -> d.claimed(asked)).findFirst().orElseThrow(LaneHandler::unknown);
        var sender = door.open(asked).orElseThrow(() -> RequestRefused.because(401, "lane.refused.device"));
        try {
            return new Came(sender, door.inOurWords(asked));
        } catch (InvalidInput wrong) {
            var first = wrong.errors().getFirst();
            throw RequestRefused.wrong(first.field(), first.value(), first.message());
        }
    }

    private static LaneRequest asked(FullHttpRequest request, byte[] body) {
        var headers = new HashMap<String, String>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return new LaneRequest(request.method().name(), request.uri(), headers, body);
    }

    private static RequestRefused unknown() {
        return RequestRefused.because(401, "lane.refused.token");
    }

    private LaneSender byToken(String token) throws RequestRefused {
        return house.tokens().open(token).filter(sender -> !house.denials().denies(sender))
                .orElseThrow(LaneHandler::unknown);
    }

    private void stream(ChannelHandlerContext ctx, FullHttpRequest request, QueryStringDecoder address)
            throws RequestRefused {
        String token = streamToken(request, address);
        var sender = token.isEmpty() ? came(request, new byte[0]).sender() : byToken(token);
        if (!sender.mayWatch()) throw unknown();
        house.streams().open(ctx, request, address, sender);
    }

    /**
     * In a header; pages that were open before the house was brought up to date still write it into the address, and
     * may listen until they are loaded anew. Empty where there is none.
     */
    static String streamToken(HttpRequest request, QueryStringDecoder address) {
        String bearer = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        return bearer != null && bearer.startsWith(BEARER)
                ? bearer.substring(BEARER.length())
                : address.parameters().getOrDefault("token", List.of("")).getFirst();
    }

    /** By a token in its header only: an address is written into logs, and a device has no right to names. */
    private void names(ChannelHandlerContext ctx, FullHttpRequest request, QueryStringDecoder address)
            throws RequestRefused {
        String bearer = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (bearer == null || !bearer.startsWith(BEARER)) throw unknown();
        var sender = byToken(bearer.substring(BEARER.length()));
        if (!sender.mayReadNames()) throw RequestRefused.because(403, "lane.refused.names");
        if (!house.limits().mayAsk(sender.key())) throw RequestRefused.because(429, "lane.refused.often");
        String asked = address.parameters().getOrDefault("alert", List.of("")).getFirst();
        var alert = Ids.find(asked).orElseThrow(() -> RequestRefused.wrong("alert", asked, "lane.wrong.id"));
        house.answers().json(ctx, request, 200, house.names().notReached(sender, alert)
                .orElseThrow(() -> RequestRefused.because(404, "lane.refused.address")));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) log.warn("a request to the lane failed: {}", cause.toString());
        ctx.close();
    }
}
