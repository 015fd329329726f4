package org.daywatch.platform.listening;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a connection may keep a place: a request has ten seconds from its first byte to its last, however it
 * trickles in, one with a file two minutes, and a connection on which nothing is asked twenty. Each is one deadline,
 * not a pause between two bytes.
 */
public final class ConnectionPatience extends ChannelInboundHandlerAdapter {

    public static final int REQUEST_SECONDS = 10;
    public static final int QUIET_SECONDS = 20;
    public static final int FILE_SECONDS = 120;

    private final Places places;
    private @Nullable Future<?> end;
    private boolean asking;

    public ConnectionPatience(Places places) {
        this.places = places;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        places.heard(ctx.channel());
        endIn(ctx, QUIET_SECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (!asking) {
            asking = true;
            places.heard(ctx.channel());
            endIn(ctx, REQUEST_SECONDS);
        }
        ctx.fireChannelRead(bytes);
    }

    /** Of the request that is coming, where it brings a file: phones send slowly. */
    public static void longer(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(ConnectionPatience.class);
        if (patience != null) patience.endIn(ctx, FILE_SECONDS);
    }

    /** A whole request has come, and its answer takes as long as it takes: {@link #answered} ends that. */
    public static void wholeCame(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(ConnectionPatience.class);
        if (patience != null && patience.end != null) patience.end.cancel(false);
    }

    /** From now on the next request may come; the answer has to be read in this time too. */
    public static void answered(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(ConnectionPatience.class);
        if (patience == null) return;
        patience.asking = false;
        patience.places.heard(ctx.channel());
        patience.endIn(ctx, QUIET_SECONDS);
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
        places.remove(ctx.channel());
    }
}
