package org.daywatch.relationships.tips.door;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.daywatch.platform.listening.HeardLongestAgo;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.relationships.tips.upload.BodyLimit;
import org.daywatch.relationships.tips.upload.UploadPlaces;
import org.jspecify.annotations.Nullable;

/** The listening socket of the tip door and its loop. Shares nothing with the web server and the alert lane. */
final class TipDoorServer implements AutoCloseable {

    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_HEAD = 16_384;
    /** Of forms with a picture, each of some megabytes until it was drawn small. */
    private static final int MOST_LARGE = 8;
    private static final int MOST_CONNECTIONS = 2000;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1,
            new DefaultThreadFactory("tip-door", true), NioIoHandler.newFactory());
    private final Channel listening;
    private final boolean overTls;

    TipDoorServer(InetSocketAddress address, @Nullable SslContext tls, Supplier<? extends ChannelHandler> handlers) {
        overTls = tls != null;
        var uploads = new UploadPlaces(MOST_LARGE);
        var places = new HeardLongestAgo(MOST_CONNECTIONS);
        try {
            listening = new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, 1024).option(ChannelOption.SO_REUSEADDR, true)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            if (tls != null) channel.pipeline().addLast("tls", tls.newHandler(channel.alloc()));
                            channel.pipeline().addLast("patience", new ConnectionPatience(places))
                                    .addLast("http", new HttpServerCodec(LONGEST_LINE, LONGEST_HEAD, 8192))
                                    .addLast("limit", new BodyLimit(uploads))
                                    .addLast("whole", new HttpObjectAggregator(BodyLimit.LARGEST, true))
                                    .addLast("door", handlers.get());
                        }
                    }).bind(address).syncUninterruptibly().channel();
        } catch (RuntimeException e) {
            stopLoop();
            throw new IllegalStateException("The tip door cannot listen at " + address + ": " + e.getMessage()
                    + ".\nMaybe another program uses this port; choose one with --tips-port (DAYWATCH_TIPS_PORT).",
                    e);
        }
    }

    /** As somebody on this machine reaches it. */
    URI address() {
        var at = (InetSocketAddress) listening.localAddress();
        var host = at.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : at.getAddress();
        return URI.create((overTls ? "https://" : "http://")
                + (host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress()) + ":"
                + at.getPort());
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    private void stopLoop() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2000);
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly(1000);
        stopLoop();
    }
}
