package org.daywatch.relationships.tips.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.platform.json.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of everything the door serves to whoever has sent nothing: hashes, and what of it is not the same in every
 * installation (docs/formats/tips-page.md).
 *
 * @param exit where "Leave this page" leads
 * @param schools as they may be named
 * @param allRead somebody reads tips for each of them
 * @param files by path, each with its SHA-256 in hexadecimal
 * @param sealing the door's key of the day, with which a script seals what is sent
 * @param key that signs this list: SubjectPublicKeyInfo of an Ed25519 key in Base64
 */
public record TipPage(String release, String exit, List<String> schools, boolean allRead,
        SortedMap<String, String> files, String sealing, String key) {

    public static final String LIST = "/.well-known/daywatch-tips-page.json";
    /** Over the very bytes of the list, in Base64. */
    public static final String SIGNATURE = "/.well-known/daywatch-tips-page.sig";

    public byte[] bytes() {
        var list = new ArrayList<Map<String, String>>();
        files.forEach((path, hash) -> {
            var file = new LinkedHashMap<String, String>();
            file.put("path", path);
            file.put("sha256", hash);
            list.add(file);
        });
        return new JsonText("daywatch.tips-page").field("release", release).field("exit", exit)
                .field("everySchoolIsRead", allRead).field("sealing", sealing).field("key", key)
                .list("files", list.iterator())
                .list("schools", schools.iterator()).bytes();
    }

    /** Empty where it is no such list. */
    public static Optional<TipPage> read(byte[] bytes) {
        try {
            var list = JsonMapper.builder().build().readTree(bytes);
            if (!text(list, "schema").equals("daywatch.tips-page") || list.path("version").asInt(0) != 1)
                return Optional.empty();
            var schools = new ArrayList<String>();
            list.path("schools").forEach(school -> schools.add(school.asString("")));
            var files = new TreeMap<String, String>();
            list.path("files").forEach(file -> files.put(text(file, "path"), text(file, "sha256")));
            return Optional.of(new TipPage(text(list, "release"), text(list, "exit"), schools,
                    list.path("everySchoolIsRead").asBoolean(false), files, text(list, "sealing"), text(list, "key")));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SortedMap<String, String> hashes(Map<String, byte[]> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((path, bytes) -> hashes.put(path, hash(bytes)));
        return hashes;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
