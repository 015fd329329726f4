package org.daywatch.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The Ed25519 key that signs checkpoints. It lies in a file of its own (mode 0600), never in the database it testifies
 * against.
 */
record CheckpointKey(PrivateKey secret, PublicKey open) {

    private static final String ALGORITHM = "Ed25519";

    /** Reads the pair from the folder, or makes it there the first time. */
    static CheckpointKey readOrCreate(Path folder) {
        try {
            var secretFile = folder.resolve("key");
            var openFile = folder.resolve("key.pub");
            if (!Files.exists(secretFile)) create(secretFile, openFile);
            var keys = KeyFactory.getInstance(ALGORITHM);
            return new CheckpointKey(keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(secretFile))),
                    readOpen(openFile));
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint key in " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The checkpoint key in " + folder + " is damaged.", e);
        }
    }

    /** For verifying alone, the open half is enough. */
    static PublicKey readOpen(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(file)));
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean signed(PublicKey key, String text, String signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void create(Path secretFile, Path openFile) throws IOException, GeneralSecurityException {
        Files.createDirectories(secretFile.getParent());
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.writeString(openFile, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        Files.createFile(secretFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secretFile, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    private static byte[] decoded(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
