package org.daywatch.emergencies.lane.streams;

import io.netty.channel.Channel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A connection that can be written without a queue while nothing waits in it: ten thousand readers of one buffer then
 * cost hardly more than ten thousand system calls. Whatever does not go out at once takes the usual way.
 */
public final class StreamChannel extends NioSocketChannel {

    private StreamChannel(Channel parent, SocketChannel socket) {
        super(parent, socket);
    }

    /** On the channel's own loop. @return false where others wait already, and nothing was written */
    boolean writeNow(ByteBuffer bytes) throws IOException {
        var waiting = unsafe().outboundBuffer();
        if (waiting == null || !waiting.isEmpty()) return false;
        javaChannel().write(bytes);
        return true;
    }

    /** The listening socket whose connections are of this kind. */
    public static final class Door extends NioServerSocketChannel {

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            var socket = javaChannel().accept();
            if (socket == null) return 0;
            accepted.add(new StreamChannel(this, socket));
            return 1;
        }
    }
}
