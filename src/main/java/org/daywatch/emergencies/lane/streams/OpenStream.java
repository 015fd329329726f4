package org.daywatch.emergencies.lane.streams;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.daywatch.emergencies.lane.LaneSender;
import org.jspecify.annotations.Nullable;

/**
 * One reader. Only the event loop of its channel touches it; its queue is the channel's, bounded by the high water
 * mark.
 */
final class OpenStream {

    final Channel channel;
    final LaneSender sender;
    /** Null over TLS, where every reader's bytes are different. */
    private final @Nullable StreamChannel direct;
    private long lastId;
    private boolean told;

    OpenStream(Channel channel, LaneSender sender) {
        this.channel = channel;
        this.sender = sender;
        this.direct = channel instanceof StreamChannel plain && channel.pipeline().get("tls") == null ? plain : null;
    }

    /** What was missed goes out whole, however long it is. */
    void greet(ByteBuf everything, long lastId) {
        this.lastId = lastId;
        channel.writeAndFlush(everything, channel.voidPromise());
    }

    /**
     * @param view the shared bytes, for this event loop's use
     * @return false when this reader was cut, because it does not read: it comes back and resumes
     */
    boolean tell(long id, ByteBuf shared, ByteBuffer view) {
        if (id <= lastId) return true; // it was among what was missed
        lastId = id;
        told = true;
        return write(shared, view);
    }

    /** A sign of life, unless something was told since the one before. */
    void beat(ByteBuf shared, ByteBuffer view) {
        if (!told) write(shared, view);
        told = false;
    }

    private boolean write(ByteBuf shared, ByteBuffer view) {
        view.clear();
        try {
            if (direct != null && direct.writeNow(view)) {
                if (view.hasRemaining())
                    queue(shared.retainedSlice(shared.readerIndex() + view.position(), view.remaining()));
                return true;
            }
            if (channel.isWritable()) {
                queue(shared.retainedDuplicate());
                return true;
            }
            channel.close();
            return false;
        } catch (IOException e) {
            channel.close(); // the reader has gone
            return false;
        }
    }

    private void queue(ByteBuf bytes) {
        channel.writeAndFlush(bytes, channel.voidPromise());
    }
}
