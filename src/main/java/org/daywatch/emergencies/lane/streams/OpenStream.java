package org.daywatch.emergencies.lane.streams;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.daywatch.emergencies.lane.LaneSender;

/** One reader. Only the event loop of its channel touches it; its queue is the channel's, bounded by the high water mark. */
final class OpenStream {

    final Channel channel;
    final LaneSender sender;
    private long lastId;

    OpenStream(Channel channel, LaneSender sender) {
        this.channel = channel;
        this.sender = sender;
    }

    /** What was missed goes out whole, however long it is. */
    void greet(ByteBuf everything, long lastId) {
        this.lastId = lastId;
        channel.writeAndFlush(everything, channel.voidPromise());
    }

    /** @return false when this reader was cut, because it does not read: it comes back and resumes */
    boolean tell(long id, ByteBuf shared) {
        if (id <= lastId) return true; // it was among what was missed
        if (!channel.isWritable()) {
            channel.close();
            return false;
        }
        lastId = id;
        channel.writeAndFlush(shared.retainedDuplicate(), channel.voidPromise());
        return true;
    }

    boolean beat(ByteBuf shared) {
        if (!channel.isWritable()) {
            channel.close();
            return false;
        }
        channel.writeAndFlush(shared.retainedDuplicate(), channel.voidPromise());
        return true;
    }
}
