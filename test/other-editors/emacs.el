;;; -*- lexical-binding: t -*-
;; Run by run.mjs in an Emacs that has the configuration of docs/editors/emacs.md: does what a writer would do, and
;; writes what came of it as JSON.

(require 'json)
(require 'seq)

(defvar told nil)
(defun tell (what value) (push (cons what value) told))

(defun await (what condition)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (tell 'problem (concat "in vain: " what)))))

(setq eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(find-file (getenv "PLANWRIGHT_PLAN"))
(tell 'filetype (symbol-name major-mode))
;; Emacs without a terminal never waits for a command, and starts nothing after one.
(apply #'eglot--connect (eglot--guess-contact))
(await "the server" #'eglot-managed-p)

(defun errors ()
  (seq-filter (lambda (found) (eq (flymake-diagnostic-type found) 'eglot-error))
              (flymake-diagnostics)))
(flymake-start)
(await "findings" (lambda () (flymake-start) (errors)))
(tell 'errors (length (errors)))
(tell 'message (and (errors) (flymake-diagnostic-text (car (errors)))))

(defun ask (method &rest parameters)
  (jsonrpc-request (eglot-current-server) method
                   (append (eglot--TextDocumentPositionParams) parameters)))

(goto-char (point-min))
(search-forward "目标 税收")
(backward-char)
(tell 'hover (plist-get (plist-get (ask :textDocument/hover) :contents) :value))

(goto-char (point-max))
(insert "目标 ")
(let ((found (eglot-completion-at-point)))
  (tell 'completions
        (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 found))))))
(delete-char -3)
;; Sent as soon as nobody types, which in an Emacs without a terminal is never.
(eglot--signal-textDocument/didChange)

(goto-char (point-min))
(search-forward "目标 税收")
(backward-char)
(eglot-rename "财政收入")

(tell 'targets
      (plist-get (eglot-execute-command (eglot-current-server) 'planwright.statistics
                                        (vector (eglot--path-to-uri buffer-file-name)))
                 :targets))

(eglot-format-buffer)
(tell 'text (buffer-substring-no-properties (point-min) (point-max)))

(with-temp-file (getenv "PLANWRIGHT_ANSWER")
  (insert (json-encode told)))
