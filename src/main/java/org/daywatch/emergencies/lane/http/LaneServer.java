package org.daywatch.emergencies.lane.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.streams.StreamChannel;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.platform.listening.ConnectionPatience;
import org.jspecify.annotations.Nullable;

/** The listening socket, its event loops and what each new connection gets. Shares nothing with the web server. */
final class LaneServer implements AutoCloseable {

    private static final int LOOPS = 2;
    private static final int LONGEST_LINE = 12_288; // a token stands in the address of a stream
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BODY = 32_768;
    /** Each keeps a file handle and up to some tens of kilobytes. */
    private static final int MOST_BRIEF = 6000;
    /** Of the file handles that screens leave free. */
    private static final int ALWAYS_BRIEF = 400;
    /** A reader who lets more than this pile up is cut. */
    private static final WriteBufferWaterMark QUEUE = new WriteBufferWaterMark(64 * 1024, 256 * 1024);

    private final MultiThreadIoEventLoopGroup boss = new MultiThreadIoEventLoopGroup(1,
            new DefaultThreadFactory("lane-door", true), NioIoHandler.newFactory());
    private final MultiThreadIoEventLoopGroup workers = new MultiThreadIoEventLoopGroup(LOOPS,
            new DefaultThreadFactory("lane-io", true), NioIoHandler.newFactory());
    private final Streams streams;
    private final Channel listening;

    LaneServer(InetSocketAddress address, @Nullable SslContext tls, Streams streams, LaneSettings settings,
            Supplier<? extends ChannelHandler> handlers) {
        this.streams = streams;
        var brief = new BriefConnections(() -> Math.min(MOST_BRIEF,
                ALWAYS_BRIEF + Math.max(0, settings.room() - streams.open())));
        workers.forEach(loop -> streams.serve((EventLoop) loop, settings.heartbeat().toMillis()));
        try {
            listening = new ServerBootstrap().group(boss, workers).channel(StreamChannel.Door.class)
                    .option(ChannelOption.SO_BACKLOG, 4096).option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true).childOption(ChannelOption.SO_KEEPALIVE, true)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, QUEUE)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            if (tls != null) channel.pipeline().addLast("tls", tls.newHandler(channel.alloc()));
                            channel.pipeline().addLast("patience", new ConnectionPatience(brief))
                                    .addLast("http", new HttpServerCodec(LONGEST_LINE, LONGEST_HEAD, 8192))
                                    .addLast("whole", new HttpObjectAggregator(LONGEST_BODY, true))
                                    .addLast("lane", handlers.get());
                        }
                    }).bind(address).syncUninterruptibly().channel();
        } catch (RuntimeException e) {
            stopLoops();
            throw new IllegalStateException("The alert lane cannot listen at " + address + ": " + e.getMessage()
                    + ".\nMaybe another program uses this port; choose one with daywatch.lane.port (DAYWATCH_LANE_PORT).",
                    e);
        }
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private void stopLoops() {
        streams.forgetLoops();
        boss.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
        workers.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).awaitUninterruptibly(2000);
    }

    /** Nothing new is taken from here on; open streams end, and their readers come back elsewhere. */
    void closeDoor() {
        listening.close().awaitUninterruptibly(1000);
    }

    @Override
    public void close() {
        closeDoor();
        stopLoops();
    }
}
