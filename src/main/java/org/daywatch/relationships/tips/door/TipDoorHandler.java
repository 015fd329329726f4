package org.daywatch.relationships.tips.door;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.listening.ConnectionPatience;
import org.daywatch.relationships.tips.sealing.DoorLetter;
import org.daywatch.relationships.tips.sealing.DoorSealing;
import org.daywatch.relationships.tips.sealing.OpenedLetter;
import org.daywatch.relationships.tips.upload.BodyLimit;
import org.daywatch.relationships.tips.upload.SentForm.Came;
import org.daywatch.relationships.tips.upload.SentForm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door's few addresses. Of a request it reads method, path, form and its kind; no other header, no address of a
 * sender, and nothing of it is logged. All pages of a language stand at one address, so that a browser's history shows
 * one line.
 */
final class TipDoorHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger log = LoggerFactory.getLogger(TipDoorHandler.class);
    private static final String HTML = "text/html;charset=UTF-8";

    private final Parts parts;
    private boolean answering;

    /**
     * @param workers open forms and draw pages
     * @param beat no answer to a sealed form comes sooner: how long it took would tell what was done
     */
    record Parts(DoorSteps steps, FixedPages pages, DoorSealing sealing, Executor workers, Duration beat) {}

    TipDoorHandler(Parts parts) {
        this.parts = parts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        ConnectionPatience.wholeCame(ctx);
        if (answering) { // no browser asks again before it was answered
            ctx.close();
            return;
        }
        answering = true;
        boolean stays = HttpUtil.isKeepAlive(request);
        if (!request.decoderResult().isSuccess()) {
            send(ctx, false, 400, "text/plain", new byte[0]);
            return;
        }
        var path = new QueryStringDecoder(request.uri()).rawPath();
        boolean posted = request.method().equals(HttpMethod.POST);
        if (!posted && !request.method().equals(HttpMethod.GET)) send(ctx, false, 405, "text/plain", new byte[0]);
        else
            if (posted && (path.equals("/en") || path.equals("/es"))) posted(ctx, stays, path, request);
            else
                if (!posted && path.equals("/")) elsewhere(ctx, stays);
                else fixed(ctx, stays, posted ? null : parts.pages().file(path), path);
    }

    private void posted(ChannelHandlerContext ctx, boolean stays, String path, FullHttpRequest request) {
        byte[] body = ByteBufUtil.getBytes(request.content());
        var came = BodyLimit.came(ctx);
        var type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
        if (DoorSealing.TYPE.equals(type)) sealed(ctx, stays, path, body, came == Came.WHOLE);
        else
            answer(ctx, stays, CompletableFuture
                    .supplyAsync(() -> parts.steps().take(path.substring(1), SentForm.read(type, body, came)),
                            parts.workers())
                    .thenCompose(drawn -> drawn).thenApply(drawn -> response(drawn.status(), HTML, drawn.html())));
    }

    private void fixed(ChannelHandlerContext ctx, boolean stays, byte @Nullable [] file, String path) {
        if (file == null) send(ctx, stays, 404, "text/plain", new byte[0]);
        else send(ctx, stays, 200, FixedPages.type(path), file);
    }

    /** Whatever is wrong with a sealed form, the answer is the same: its script takes the key anew and seals again. */
    private void sealed(ChannelHandlerContext ctx, boolean stays, String path, byte[] body, boolean whole) {
        long came = System.nanoTime();
        answer(ctx, stays, CompletableFuture
                .supplyAsync(() -> whole ? parts.sealing().open(path, body) : Optional.<OpenedLetter>empty(),
                        parts.workers())
                .thenCompose(opened -> opened.map(form -> sealed(form, came)).orElseGet(
                        () -> CompletableFuture.completedFuture(response(400, "text/plain", new byte[0])))));
    }

    private CompletionStage<DefaultFullHttpResponse> sealed(OpenedLetter form, long came) {
        var language = form.letter().head().equals("/es") ? "es" : "en";
        var sent = SentForm.read(form.letter().type(), form.letter().body());
        var beatOver = CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(
                Math.max(0, came + parts.beat().toNanos() - System.nanoTime()), TimeUnit.NANOSECONDS, parts.workers()));
        return parts.steps().take(language, sent).thenCombineAsync(beatOver, (drawn, _) -> response(200,
                DoorSealing.TYPE, form.sealed(new DoorLetter(String.valueOf(drawn.status()), HTML, drawn.html()),
                        parts.pages().room())),
                parts.workers());
    }

    private void answer(ChannelHandlerContext ctx, boolean stays,
            CompletionStage<DefaultFullHttpResponse> answer) {
        answer.whenComplete((response, failure) -> ctx.executor().execute(() -> {
            BodyLimit.done(ctx);
            if (failure == null) send(ctx, stays, response);
            else failed(ctx, failure);
        }));
    }

    private static void failed(ChannelHandlerContext ctx, Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        log.error("a page of the tip door could not be drawn: {}", cause.getClass().getName());
        ctx.close();
    }

    /** One address for each language; the first is one click away from the other. */
    private void elsewhere(ChannelHandlerContext ctx, boolean stays) {
        var response = response(303, "text/plain", new byte[0]);
        response.headers().set(HttpHeaderNames.LOCATION, "/en");
        send(ctx, stays, response);
    }

    private void send(ChannelHandlerContext ctx, boolean stays, int status, String type, byte[] body) {
        send(ctx, stays, response(status, type, body));
    }

    private static DefaultFullHttpResponse response(int status, String type, byte[] body) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        return response;
    }

    private void send(ChannelHandlerContext ctx, boolean stays, DefaultFullHttpResponse response) {
        guard(ctx, response.headers());
        HttpUtil.setContentLength(response, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, stays);
        answering = false;
        ConnectionPatience.answered(ctx);
        var sent = ctx.writeAndFlush(response);
        if (!stays) sent.addListener(ChannelFutureListener.CLOSE);
    }

    /** Kept by no browser and no proxy, shown in no other page, told to no other site. */
    private static void guard(ChannelHandlerContext ctx, HttpHeaders headers) {
        FixedPages.GUARDS.forEach(headers::set);
        if (ctx.pipeline().get(SslHandler.class) != null)
            headers.set("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // Only its kind: the words of an exception may name an address.
        if (!(cause instanceof IOException))
            log.warn("a request to the tip door failed: {}", cause.getClass().getName());
        ctx.close();
    }
}
