package org.daywatch.emergencies.lane.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long a connection may keep a place: a request has ten seconds from its first byte to its last, however it
 * trickles in, and a connection on which nothing is asked twenty. Each is one deadline, not a pause between two bytes.
 */
final class RequestPatience extends ChannelInboundHandlerAdapter {

    static final int REQUEST_SECONDS = 10;
    static final int QUIET_SECONDS = 20;

    private final BriefConnections connections;
    private Future<?> end;
    private boolean asking;

    RequestPatience(BriefConnections connections) {
        this.connections = connections;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        connections.heard(ctx.channel());
        endIn(ctx, QUIET_SECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (!asking) {
            asking = true;
            connections.heard(ctx.channel());
            endIn(ctx, REQUEST_SECONDS);
        }
        ctx.fireChannelRead(bytes);
    }

    /** A whole request has come; the next one may begin within the time of a quiet connection. */
    static void wholeCame(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(RequestPatience.class);
        if (patience != null) patience.whole(ctx);
    }

    private void whole(ChannelHandlerContext ctx) {
        asking = false;
        connections.heard(ctx.channel());
        endIn(ctx, QUIET_SECONDS);
    }

    private void endIn(ChannelHandlerContext ctx, int seconds) {
        if (end != null) end.cancel(false);
        end = ctx.executor().schedule(() -> ctx.close(), seconds, TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over(ctx);
        ctx.fireChannelInactive();
    }

    /** It became a stream. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        over(ctx);
    }

    private void over(ChannelHandlerContext ctx) {
        if (end != null) end.cancel(false);
        connections.remove(ctx.channel());
    }
}
