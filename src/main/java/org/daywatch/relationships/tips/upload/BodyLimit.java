package org.daywatch.relationships.tips.upload;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.relationships.tips.sealing.DoorSealing;
import org.daywatch.relationships.tips.upload.SentForm.Came;
import org.jspecify.annotations.Nullable;

/**
 * Of a body that is too large the beginning goes on and the rest is read and dropped: whoever sent it then gets a page
 * with what came, not a connection that breaks. How long that may last is the connection's deadline. A form with a
 * picture may be larger and take longer, while it has one of the few places for such.
 */
public final class BodyLimit extends ChannelInboundHandlerAdapter {

    /** Far more than a slot holds: words that are too long have to come back to whoever wrote them. */
    private static final int WORDS = 512 * 1024;
    /** A picture with its form, and a byte more, so that one that is too large is seen to be. */
    public static final int LARGEST = WORDS + (8 << 20) + 1;
    /** So small a form with a picture needs no place. */
    private static final int SMALL = 128 * 1024;

    private final UploadPlaces places;
    private int most;
    private int came;
    private Came how = Came.WHOLE;
    private boolean noPlace;
    private boolean holds;

    public BodyLimit(UploadPlaces places) {
        this.places = places;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) begin(ctx, request);
        ctx.fireChannelRead(message instanceof HttpContent content ? within(content) : message);
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        giveBack();
        came = 0;
        how = Came.WHOLE;
        noPlace = false;
        most = WORDS;
        long says = HttpUtil.getContentLength(request, Long.MAX_VALUE);
        if (mayBringAPicture(request.headers().get(HttpHeaderNames.CONTENT_TYPE)) && says > SMALL) {
            holds = places.take();
            noPlace = !holds;
            most = holds ? LARGEST : SMALL;
            ConnectionPatience.longer(ctx);
        }
        request.headers().remove(HttpHeaderNames.CONTENT_LENGTH); // it was read; what goes on may be shorter
    }

    private static boolean mayBringAPicture(@Nullable String type) {
        return SentForm.inParts(type) || DoorSealing.TYPE.equals(type);
    }

    private HttpContent within(HttpContent content) {
        int room = most - came;
        int length = content.content().readableBytes();
        came += Math.min(room, length);
        if (length <= room) return content;
        how = noPlace ? Came.WITHOUT_A_PLACE : Came.TOO_LARGE;
        var start = content.content().readRetainedSlice(room);
        content.release();
        return content instanceof LastHttpContent ? new DefaultLastHttpContent(start) : new DefaultHttpContent(start);
    }

    /** Of the request that came last. */
    public static Came came(ChannelHandlerContext ctx) {
        return ctx.pipeline().get(BodyLimit.class).how;
    }

    /** Its bytes are held no longer. On the loop of the connection. */
    public static void done(ChannelHandlerContext ctx) {
        var limit = ctx.pipeline().get(BodyLimit.class);
        if (limit != null) limit.giveBack();
    }

    private void giveBack() {
        if (holds) places.giveBack();
        holds = false;
    }

    /** Also where the connection was closed. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        giveBack();
    }
}
