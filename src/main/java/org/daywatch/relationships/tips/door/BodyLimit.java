package org.daywatch.relationships.tips.door;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;

/**
 * Of a body that is too large the beginning goes on and the rest is read and dropped: whoever sent it then gets a page
 * with what came, not a connection that breaks. How long that may last is the connection's deadline.
 */
final class BodyLimit extends ChannelInboundHandlerAdapter {

    private final int most;
    private int came;
    private boolean cut;

    BodyLimit(int most) {
        this.most = most;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            came = 0;
            cut = false;
            request.headers().remove(HttpHeaderNames.CONTENT_LENGTH); // it was read; what goes on may be shorter
        }
        ctx.fireChannelRead(message instanceof HttpContent content ? within(content) : message);
    }

    private HttpContent within(HttpContent content) {
        int room = most - came;
        int length = content.content().readableBytes();
        came += Math.min(room, length);
        if (length <= room) return content;
        cut = true;
        var start = content.content().readRetainedSlice(room);
        content.release();
        return content instanceof LastHttpContent ? new DefaultLastHttpContent(start) : new DefaultHttpContent(start);
    }

    /** Of the request that came last. */
    static boolean cut(ChannelHandlerContext ctx) {
        var limit = ctx.pipeline().get(BodyLimit.class);
        return limit != null && limit.cut;
    }

    /** Without half a sign at its end, which no form could be read from. */
    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceFirst("%[0-9a-fA-F]?$", "");
    }
}
