package org.daywatch.relationships.tips.page.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.daywatch.relationships.tips.page.PageKey;
import org.daywatch.relationships.tips.page.TipPage;
import org.jspecify.annotations.Nullable;

/**
 * What a door serves, beside its signed list and beside what this very jar would serve.
 *
 * @param key that signed the list; empty where there is none
 * @param files by path, with the hash of what was served
 */
record PageCheck(Optional<String> release, String key, SortedMap<String, String> files, List<Fault> faults) {

    enum Kind {
        /** there is no list, or none that is signed by the key it names */
        LIST, SIGNATURE,
        /** another key than the one that was given */
        KEY,
        /** another release than this jar's: bytes of their own are to be expected */
        RELEASE,
        /** not served, not listed, other than its signed hash, other than this jar's own */
        MISSING, UNLISTED, SIGNED, OWN,
        /** a guard of the page that is not sent, or a cookie that is */
        HEADER
    }

    record Fault(Kind kind, String path, String words) {}

    /** @param bytes null where it was not served */
    record Served(byte @Nullable [] bytes, Map<String, String> headers) {}

    /** Draws what this jar would serve, with what the list says of the installation. */
    interface Own {
        Map<String, byte[]> with(TipPage list);
    }

    /**
     * @param served by path
     * @param given the key somebody was told; blank: none
     * @param guards headers every file must have, in small letters, word by word
     */
    static PageCheck of(Map<String, Served> served, String given, String release, Own own,
            Map<String, String> guards) {
        var faults = new ArrayList<Fault>();
        byte[] list = bytes(served, TipPage.LIST);
        var page = list == null ? Optional.<TipPage>empty() : TipPage.read(list);
        if (list == null || page.isEmpty()) {
            faults.add(new Fault(Kind.LIST, TipPage.LIST,
                    "There is no list of what this door serves. Check that the address is the door's and not the site's."));
            return new PageCheck(Optional.empty(), "", new TreeMap<>(), faults);
        }
        byte[] signature = bytes(served, TipPage.SIGNATURE);
        if (signature == null || !PageKey.signed(page.get().key(), list, signature))
            faults.add(new Fault(Kind.SIGNATURE, TipPage.SIGNATURE, "The list is not signed by the key it names."));
        if (!given.isBlank() && !given.equals(page.get().key()))
            faults.add(new Fault(Kind.KEY, TipPage.LIST, "The list is signed by another key than the one given."));
        if (!release.equals(page.get().release()))
            faults.add(new Fault(Kind.RELEASE, TipPage.LIST, "The door says it is Daywatch " + page.get().release()
                    + " and this is " + release + ". Check it with a jar of its release."));
        var hashes = files(served, page.get(), own(own, page.get(), faults), faults);
        served.forEach((path, file) -> guarded(path, file, guards, faults));
        return new PageCheck(Optional.of(page.get().release()), page.get().key(), hashes, faults);
    }

    private static Map<String, byte[]> own(Own own, TipPage list, List<Fault> faults) {
        try {
            return own.with(list);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(Kind.LIST, TipPage.LIST, "The list names what no door takes: " + e.getMessage()));
            return Map.of();
        }
    }

    private static SortedMap<String, String> files(Map<String, Served> served, TipPage list, Map<String, byte[]> own,
            List<Fault> faults) {
        var hashes = new TreeMap<String, String>();
        var paths = new TreeSet<>(own.keySet());
        paths.addAll(list.files().keySet());
        for (var path : paths) {
            byte[] bytes = bytes(served, path);
            if (bytes == null) {
                faults.add(new Fault(Kind.MISSING, path, "It is not served."));
                continue;
            }
            hashes.put(path, TipPage.hash(bytes));
            var signed = list.files().get(path);
            if (signed == null) faults.add(new Fault(Kind.UNLISTED, path, "It is not in the signed list."));
            else
                if (!signed.equals(hashes.get(path)))
                    faults.add(new Fault(Kind.SIGNED, path, "It is not what was signed."));
            var expected = own.get(path);
            if (expected == null) faults.add(new Fault(Kind.OWN, path, "This jar serves no such file."));
            else
                if (!Arrays.equals(expected, bytes))
                    faults.add(new Fault(Kind.OWN, path, "It differs from this jar's own, first in line "
                            + firstLine(expected, bytes) + "."));
        }
        return hashes;
    }

    private static void guarded(String path, Served file, Map<String, String> guards, List<Fault> faults) {
        if (file.bytes() == null) return;
        guards.forEach((name, value) -> {
            if (!value.equals(file.headers().get(name)))
                faults.add(new Fault(Kind.HEADER, path, "The header " + name + " is not what this jar sends."));
        });
        if (file.headers().containsKey("set-cookie"))
            faults.add(new Fault(Kind.HEADER, path, "A cookie is set, and the door sets none."));
    }

    private static byte @Nullable [] bytes(Map<String, Served> served, String path) {
        var file = served.get(path);
        return file == null ? null : file.bytes();
    }

    private static int firstLine(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        int line = 1;
        for (int i = 0; i < Math.min(at, one.length); i++) if (one[i] == '\n') line++;
        return line;
    }
}
