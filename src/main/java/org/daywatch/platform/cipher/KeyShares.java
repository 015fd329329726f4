package org.daywatch.platform.cipher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.daywatch.platform.errors.InvalidInput;

/**
 * The data keys divided among holders, of whom some together have them and fewer have nothing (Shamir's sharing, by
 * Bouncy Castle).
 */
final class KeyShares {

    static final int MOST_HOLDERS = 16;
    private static final int KEY = 4 + 32; // bytes of one: its number, and the key
    private static final int DIGEST = 8; // bytes; parts that do not belong together do not give it

    private KeyShares() {}

    /** @throws InvalidInput when so many holders cannot be, or nobody's part would be needed */
    static List<KeyShare> split(List<DataKeys.Key> keys, int holders, int needed, SecureRandom random) {
        if (holders < 2 || holders > MOST_HOLDERS)
            throw new InvalidInput("--holders", Integer.toString(holders),
                    "Between 2 and " + MOST_HOLDERS + " people can hold a share.");
        if (needed < 2 || needed > holders)
            throw new InvalidInput("--needed", Integer.toString(needed),
                    "Between 2 and all " + holders + " of them can be needed: one alone must not have the keys.");
        if (keys.isEmpty())
            throw new InvalidInput("--data", "", "There is no data key yet: nothing has been encrypted.");
        byte[] secret = secret(keys);
        try {
            var parts = ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length, random)
                    .resplit(secret, needed, holders).getSecretShares();
            int set = random.nextInt();
            var shares = new ArrayList<KeyShare>();
            for (int i = 0; i < holders; i++)
                shares.add(new KeyShare(set, i + 1, needed, holders, parts[i].getEncoded()));
            return shares;
        } catch (IOException e) {
            throw new IllegalStateException("The keys could not be split: " + e.getMessage(), e);
        }
    }

    /** @throws InvalidInput saying what is missing, or that they do not belong together */
    static List<DataKeys.Key> join(List<KeyShare> shares) {
        if (shares.isEmpty()) throw new InvalidInput("FILE", "", "Name the files of the shares.");
        var one = shares.getFirst();
        var byNumber = new TreeMap<Integer, KeyShare>();
        for (var share : shares) {
            if (share.set() != one.set()) {
                throw new InvalidInput("FILE", share.setName(),
                        "Share " + share.number() + " is of splitting " + share.setName() + ", share " + one.number()
                                + " of " + one.setName()
                                + ": they do not belong together.");
            }
            byNumber.put(share.number(), share);
        }
        if (byNumber.size() < one.needed()) {
            throw new InvalidInput("FILE", byNumber.keySet().toString(), one.needed()
                    + " different shares are needed and " + byNumber.size() + " are here. Nothing was rebuilt.");
        }
        try {
            var parts = byNumber.values().stream().limit(one.needed())
                    .map(s -> new ShamirSplitSecretShare(s.part(), s.number())).toArray(ShamirSplitSecretShare[]::new);
            return keys(ShamirSplitSecret.getInstance(Algorithm.AES, parts).getSecret());
        } catch (IOException e) {
            throw new IllegalStateException("The keys could not be put together: " + e.getMessage(), e);
        }
    }

    private static byte[] secret(List<DataKeys.Key> keys) {
        var plain = ByteBuffer.allocate(1 + keys.size() * KEY).put((byte) keys.size());
        keys.forEach(key -> plain.putInt(key.id()).put(key.secret()));
        return ByteBuffer.allocate(plain.capacity() + DIGEST).put(plain.array()).put(digest(plain.array()), 0, DIGEST)
                .array();
    }

    private static List<DataKeys.Key> keys(byte[] secret) {
        byte[] plain = Arrays.copyOf(secret, Math.max(0, secret.length - DIGEST));
        boolean right = plain.length > 0 && (plain.length - 1) % KEY == 0 && plain[0] == (plain.length - 1) / KEY
                && Arrays.equals(digest(plain), 0, DIGEST, secret, plain.length, secret.length);
        if (!right)
            throw new InvalidInput("FILE", "",
                    "These shares do not give a key: one of them is not what was handed out. Nothing was rebuilt.");
        var read = ByteBuffer.wrap(plain, 1, plain.length - 1);
        var keys = new ArrayList<DataKeys.Key>();
        while (read.hasRemaining()) {
            int id = read.getInt();
            byte[] key = new byte[32];
            read.get(key);
            keys.add(new DataKeys.Key(id, key));
        }
        return keys;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
