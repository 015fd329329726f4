package org.daywatch.relationships.tips.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a connection may keep a place, as on the alert lane: ten seconds for a request, twenty without one. Where
 * there are too many, the one of which nothing was heard for longest goes. Addresses are not counted here: none is
 * known.
 */
final class DoorPatience extends ChannelInboundHandlerAdapter {

    static final int REQUEST_SECONDS = 10;
    static final int QUIET_SECONDS = 20;

    private final Places places;
    private @Nullable Future<?> end;
    private boolean asking;

    DoorPatience(Places places) {
        this.places = places;
    }

    /** All connections of the door, the one of which nothing was heard for longest first. */
    static final class Places {

        private final int most;
        private final LinkedHashSet<Channel> all = new LinkedHashSet<>();

        Places(int most) {
            this.most = most;
        }

        private void heard(Channel channel) {
            Channel oldest;
            synchronized (this) {
                all.remove(channel);
                all.add(channel);
                if (all.size() <= most) return;
                oldest = all.removeFirst();
            }
            oldest.close();
        }

        private synchronized void remove(Channel channel) {
            all.remove(channel);
        }
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

    /** A whole request has come: the answer takes as long as it takes. */
    static void wholeCame(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(DoorPatience.class);
        if (patience != null && patience.end != null) patience.end.cancel(false);
    }

    /** From now on the next request may come; the answer has to be read in this time too. */
    static void answered(ChannelHandlerContext ctx) {
        var patience = ctx.pipeline().get(DoorPatience.class);
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
        if (end != null) end.cancel(false);
        places.remove(ctx.channel());
        ctx.fireChannelInactive();
    }
}
