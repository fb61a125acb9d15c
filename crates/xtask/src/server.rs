//! A static file server for looking at a built page: one folder, this machine only.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// The port that is taken when none is asked for and it is free.
const USUAL_PORT: u16 = 8080;
/// The longest request line or header that is read; browsers send far shorter ones.
const LONGEST_LINE_BYTES: u64 = 16 * 1024;
const MOST_HEADERS: usize = 128;

/// Opens the port to listen on: the one asked for, else 8080, else any free one.
///
/// # Errors
///
/// When the port asked for is taken, or none is free.
pub(crate) fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => {
            bind(port).with_context(|| format!("port {port} is taken; try another one with --port"))
        }
        None => bind(USUAL_PORT)
            .or_else(|_| bind(0))
            .context("no port is free"),
    }
}

/// The address to open in a browser.
///
/// # Errors
///
/// When the system does not tell the port.
pub(crate) fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// Serves the folder until the process is ended.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) {
    let folder = Arc::new(folder.to_path_buf());
    for connection in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A browser that goes away in the middle of an answer is no error of ours.
        thread::spawn(move || {
            let _ = answer(&connection, &folder);
        });
    }
}

fn answer(connection: &TcpStream, folder: &Path) -> std::io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut reader = BufReader::new(connection);
    let request = read_line(&mut reader)?;
    for _ in 0..MOST_HEADERS {
        if read_line(&mut reader)?.is_empty() {
            break;
        }
    }
    let response = respond(&request, folder);
    let mut writer = connection;
    write!(
        writer,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        response.status,
        response.kind,
        response.body.len()
    )?;
    if !response.head_only {
        writer.write_all(&response.body)?;
    }
    writer.flush()
}

fn read_line(reader: &mut impl BufRead) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    reader
        .by_ref()
        .take(LONGEST_LINE_BYTES)
        .read_until(b'\n', &mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}

struct Response {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
    head_only: bool,
}

impl Response {
    fn message(status: &'static str) -> Self {
        let body = format!("{status}\n").into_bytes();
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body,
            head_only: false,
        }
    }
}

fn respond(request: &str, folder: &Path) -> Response {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if method != "GET" && method != "HEAD" {
        return Response::message("405 Method Not Allowed");
    }
    let Some(mut file) = file_of(target, folder) else {
        return Response::message("400 Bad Request");
    };
    if file.is_dir() {
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => Response {
            status: "200 OK",
            kind: kind_of(&file),
            body,
            head_only: method == "HEAD",
        },
        Err(_) => Response::message("404 Not Found"),
    }
}

/// The file that a request target names, or `None` when it would lead out of the folder.
fn file_of(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.to_path_buf();
    for part in decode(path)?.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            name if name.contains(['\\', '\0', ':']) => return None,
            name => file.push(name),
        }
    }
    Some(file)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind_of(file: &Path) -> &'static str {
    match file
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or("")
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        // Without this type browsers refuse to compile while the bytes arrive.
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{file_of, kind_of, respond};

    #[test]
    fn a_request_stays_in_the_folder() {
        let folder = Path::new("dist");
        assert_eq!(
            file_of("/a%20b/c.js?x=1", folder),
            Some(PathBuf::from("dist/a b/c.js"))
        );
        assert_eq!(file_of("/", folder), Some(PathBuf::from("dist")));
        for outside in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a\\..\\b",
            "/%",
            "/%zz",
            "no-slash",
        ] {
            assert_eq!(file_of(outside, folder), None, "{outside}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_wants() {
        assert_eq!(kind_of(Path::new("x.wasm")), "application/wasm");
    }

    #[test]
    fn what_is_not_there_is_said_not_to_be_there() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(respond("GET /Cargo.toml HTTP/1.1", folder).status, "200 OK");
        assert_eq!(
            respond("GET /absent HTTP/1.1", folder).status,
            "404 Not Found"
        );
        assert_eq!(
            respond("POST /Cargo.toml HTTP/1.1", folder).status,
            "405 Method Not Allowed"
        );
        assert_eq!(respond("", folder).status, "405 Method Not Allowed");
    }
}
