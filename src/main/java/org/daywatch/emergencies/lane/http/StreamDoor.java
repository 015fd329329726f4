package org.daywatch.emergencies.lane.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.streams.Streams;

/**
 * Turns a request into an open stream, or says why not. An open stream's connection keeps nothing of HTTP: events are
 * written as they are.
 */
final class StreamDoor {

    private final Streams streams;
    private final LaneAnswers answers;
    private final int most;
    private final int perSender;
    private final BooleanSupplier memoryShort;

    /** @param memoryShort a screen more might be the one that takes the memory presses need */
    StreamDoor(Streams streams, LaneAnswers answers, int most, int perSender, BooleanSupplier memoryShort) {
        this.memoryShort = memoryShort;
        this.streams = streams;
        this.answers = answers;
        this.most = most;
        this.perSender = perSender;
    }

    void open(ChannelHandlerContext ctx, HttpRequest request, QueryStringDecoder address, LaneSender sender)
            throws RequestRefused {
        int own = streams.entering(sender);
        String why = own > perSender
                ? "lane.refused.screens"
                : streams.open() > most
                        ? "lane.refused.full"
                        : memoryShort.getAsBoolean() ? "lane.refused.memory" : null;
        if (why != null) {
            streams.left(sender);
            throw RequestRefused.because(503, why);
        }
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream;charset=UTF-8")
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.TRANSFER_ENCODING, "chunked").set("X-Accel-Buffering", "no");
        answers.cors(request, response.headers());
        ctx.write(response);
        var pipeline = ctx.pipeline();
        long lastHeard = lastHeard(request, address);
        pipeline.addLast("end", new StreamEnd(streams, sender));
        for (String http : List.of("patience", "whole", "http", "lane")) pipeline.remove(http);
        var end = pipeline.get(StreamEnd.class);
        end.leave = streams.join(ctx.channel(), sender, lastHeard);
        if (!ctx.channel().isActive()) end.ended();
    }

    private static long lastHeard(HttpRequest request, QueryStringDecoder address) {
        String id = request.headers().get("Last-Event-ID");
        if (id == null) id = address.parameters().getOrDefault("lastEventId", List.of("")).getFirst();
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    /** Notices that the reader has gone. What they send meanwhile is nobody's business. */
    private static final class StreamEnd extends ChannelInboundHandlerAdapter {

        private final Streams streams;
        private final LaneSender sender;
        private Runnable leave = () -> {};
        private boolean gone;

        StreamEnd(Streams streams, LaneSender sender) {
            this.streams = streams;
            this.sender = sender;
        }

        private void ended() {
            if (gone) return;
            gone = true;
            leave.run();
            streams.left(sender);
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ReferenceCountUtil.release(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            ended();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}
