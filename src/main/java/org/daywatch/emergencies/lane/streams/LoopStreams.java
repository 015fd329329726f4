package org.daywatch.emergencies.lane.streams;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneSender;
import org.jspecify.annotations.Nullable;

/**
 * The readers of one event loop, by what they listen to. Touched on that loop only, so nothing here waits for anybody.
 * Lists and not sets: an alert walks through all of them, and a walk along an array is what a bare loop does.
 */
final class LoopStreams {

    private final List<OpenStream> all = new ArrayList<>();
    /** By school, by district (those who hear all of it) or by agency. */
    private final Map<UUID, List<OpenStream>> byScope = new HashMap<>();
    private final Map<UUID, List<OpenStream>> byPerson = new HashMap<>();

    void add(OpenStream stream) {
        all.add(stream);
        for (var scope : scopes(stream.sender)) byScope.computeIfAbsent(scope, s -> new ArrayList<>()).add(stream);
        if (stream.sender.person() != null)
            byPerson.computeIfAbsent(stream.sender.person(), p -> new ArrayList<>(2)).add(stream);
    }

    void remove(OpenStream stream) {
        all.remove(stream);
        for (var scope : scopes(stream.sender)) leave(byScope, scope, stream);
        if (stream.sender.person() != null) leave(byPerson, stream.sender.person(), stream);
    }

    private static void leave(Map<UUID, List<OpenStream>> from, UUID key, OpenStream stream) {
        var same = from.get(key);
        if (same != null && same.remove(stream) && same.isEmpty()) from.remove(key);
    }

    private static Collection<UUID> scopes(LaneSender sender) {
        if (!sender.wide()) return sender.schools().keySet();
        return List.of(sender.district() == null ? sender.agency() : sender.district());
    }

    void tell(Frame frame, ByteBuf shared, @Nullable UUID agency, @Nullable UUID district) {
        var view = shared.nioBuffer();
        if (frame.person() != null) {
            tell(byPerson.get(frame.person()), frame.id(), shared, view);
            return;
        }
        tell(byScope.get(frame.school()), frame.id(), shared, view);
        if (district != null) tell(byScope.get(district), frame.id(), shared, view);
        if (agency != null) tell(byScope.get(agency), frame.id(), shared, view);
    }

    private static void tell(@Nullable List<OpenStream> streams, long id, ByteBuf shared, ByteBuffer view) {
        if (streams == null) return;
        // A reader that is cut leaves these lists by a later task of this loop, never while they are walked through.
        for (int i = 0; i < streams.size(); i++) streams.get(i).tell(id, shared, view);
    }

    /** A sign of life to those who were told nothing since the last one; those whose time is over end. */
    void beat(ByteBuf shared, java.time.Instant now) {
        var view = shared.nioBuffer();
        for (int i = 0; i < all.size(); i++) {
            var stream = all.get(i);
            if (stream.sender.expires().isAfter(now)) stream.beat(shared, view);
            else stream.channel.close();
        }
    }

    List<OpenStream> all() {
        return List.copyOf(all);
    }
}
