package org.daywatch.emergencies.lane.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.daywatch.platform.texts.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the lane says back: JSON where it was accepted, a problem that names the field, or a plain sentence that says to
 * call 911.
 */
final class LaneAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Texts texts;
    private final Predicate<String> origins;

    /** @param origins from which pages may ask: the web server's own */
    LaneAnswers(Texts texts, Predicate<String> origins) {
        this.texts = texts;
        this.origins = origins;
    }

    /** Pages of the site may read the answers; nobody else's may. */
    void cors(HttpRequest request, HttpHeaders response) {
        response.set(HttpHeaderNames.VARY, "Origin");
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (origin != null && origins.test(origin)) response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }

    void preflight(ChannelHandlerContext ctx, HttpRequest request) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT,
                Unpooled.EMPTY_BUFFER);
        response.headers().set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, "86400")
                .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                        "authorization, content-type, last-event-id, daywatch-device, daywatch-time, daywatch-signature");
        send(ctx, request, response, false);
    }

    void json(ChannelHandlerContext ctx, HttpRequest request, int status, Object value) {
        send(ctx, request, full(status, "application/json", JSON.writeValueAsBytes(value)), false);
    }

    void refused(ChannelHandlerContext ctx, HttpRequest request, RequestRefused refused) {
        String language = language(request);
        DefaultFullHttpResponse response;
        if (refused.field != null) {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("title", texts.of(language, refused.drill ? "lane.wrong.drill" : "lane.wrong"));
            problem.put("status", refused.status);
            problem.put("detail", texts.of(language, refused.key, refused.field, refused.value));
            problem.put("field", refused.field);
            problem.put("value", refused.value);
            response = full(refused.status, "application/problem+json", JSON.writeValueAsBytes(problem));
        } else {
            response = full(refused.status, "text/plain;charset=UTF-8",
                    (texts.of(language, key(refused)) + "\n").getBytes(StandardCharsets.UTF_8));
            response.headers().set(HttpHeaderNames.CONTENT_LANGUAGE, language);
        }
        if (refused.status == 429 || refused.status == 503) response.headers().set(HttpHeaderNames.RETRY_AFTER, "2");
        send(ctx, request, response, refused.status == 503);
    }

    private static String key(RequestRefused refused) {
        return refused.drill ? refused.key.replace("lane.refused.", "lane.refused.drill.") : refused.key;
    }

    private static DefaultFullHttpResponse full(int status, String type, byte[] body) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        return response;
    }

    private void send(ChannelHandlerContext ctx, HttpRequest request, DefaultFullHttpResponse response, boolean close) {
        cors(request, response.headers());
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        guarded(ctx, response.headers());
        HttpUtil.setContentLength(response, response.content().readableBytes());
        boolean stays = !close && HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive((HttpMessage) response, stays);
        var sent = ctx.writeAndFlush(response);
        if (!stays) sent.addListener(ChannelFutureListener.CLOSE);
    }

    /** What is said here is no page, is shown in none and is asked for over TLS for a year once it was. */
    static void guarded(ChannelHandlerContext ctx, HttpHeaders response) {
        response.set("X-Content-Type-Options", "nosniff").set(HttpHeaderNames.CONTENT_SECURITY_POLICY,
                "default-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        if (ctx.pipeline().get(SslHandler.class) != null)
            response.set("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }

    private static String language(HttpRequest request) {
        String wanted = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.length() > 200) return "en";
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(wanted), Set.copyOf(Texts.LANGUAGES));
            return best == null ? "en" : best;
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }
}
