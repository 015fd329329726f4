package org.daywatch.emergencies.lane.streams;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as every reader gets it: encoded once, as a server-sent event inside one chunk of an HTTP body.
 *
 * @param id growing on this node; from the clock, so that it also grows over a restart
 * @param person null for everybody who hears the school
 */
record Frame(long id, UUID school, @Nullable UUID person, String event, String json, byte[] bytes) {

    static Frame of(long id, UUID school, @Nullable UUID person, String event, String json) {
        return new Frame(id, school, person, event, json,
                chunk("id: " + id + "\nevent: " + event + "\ndata: " + json + "\n\n"));
    }

    static byte[] chunk(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var all = Unpooled.buffer(head.length + content.length + 2);
        all.writeBytes(head).writeBytes(content).writeByte('\r').writeByte('\n');
        return all.array();
    }

    /** A buffer outside the heap that all readers share; whoever made it releases it once. */
    ByteBuf buffer() {
        return Unpooled.directBuffer(bytes.length, bytes.length).writeBytes(bytes);
    }
}
