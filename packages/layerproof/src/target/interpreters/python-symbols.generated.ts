// Written by scripts/interpreter-facts.ts; do not edit. From CPython 3.7.16, 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0.

/** What CPython gives to extension modules (names that start with Py), by the minor versions of Python 3 that export them. */
export const PYTHON_SYMBOLS: Readonly<Record<string, string>> = {
  '7':
    'PyByteArray_Fini PyByteArray_Init PyEval_ReInitThreads PyInit_zipimport PyParser_SimpleParseStringFilename ' +
    'Py_meta_grammar Py_pgen',
  '9':
    'PyInit__peg_parser PyPegen_ASTFromFileObject PyPegen_ASTFromFilename PyPegen_ASTFromString ' +
    'PyPegen_ASTFromStringObject',
  '13':
    'PyCriticalSection2_Begin PyCriticalSection2_End PyCriticalSection_Begin PyCriticalSection_End ' +
    'PyDict_ContainsString PyDict_GetItemRef PyDict_GetItemStringRef PyDict_Pop PyDict_PopString ' +
    'PyDict_SetDefaultRef PyErr_FormatUnraisable PyEval_GetFrameBuiltins PyEval_GetFrameGlobals ' +
    'PyEval_GetFrameLocals PyEvent_Wait PyEvent_WaitTimed PyExc_InterpreterError PyExc_InterpreterNotFoundError ' +
    'PyExc_PythonFinalizationError PyFrameLocalsProxy_Type PyImport_AddModuleRef PyInit__suggestions ' +
    'PyInit__sysconfig PyList_Clear PyList_Extend PyList_GetItemRef PyLong_AsInt PyLong_AsNativeBytes ' +
    'PyLong_FromNativeBytes PyLong_FromUnsignedNativeBytes PyMapping_GetOptionalItem ' +
    'PyMapping_GetOptionalItemString PyMapping_HasKeyStringWithError PyMapping_HasKeyWithError PyModule_Add ' +
    'PyMonitoring_EnterScope PyMonitoring_ExitScope PyMutex_Lock PyMutex_Unlock PyObject_ClearManagedDict ' +
    'PyObject_DelAttr PyObject_DelAttrString PyObject_GenericHash PyObject_GetOptionalAttr ' +
    'PyObject_GetOptionalAttrString PyObject_HasAttrStringWithError PyObject_HasAttrWithError ' +
    'PyObject_VisitManagedDict PyRefTracer_GetTracer PyRefTracer_SetTracer PySys_AuditTuple ' +
    'PyThreadState_GetUnchecked PyThread_ParseTimeoutArg PyThread_acquire_lock_timed_with_retries ' +
    'PyThread_detach_thread PyThread_get_thread_ident_ex PyThread_join_thread PyThread_start_joinable_thread ' +
    'PyTime_AsSecondsDouble PyTime_Monotonic PyTime_MonotonicRaw PyTime_PerfCounter PyTime_PerfCounterRaw ' +
    'PyTime_Time PyTime_TimeRaw PyType_GetFullyQualifiedName PyType_GetModuleName PyUnicode_EqualToUTF8 ' +
    'PyUnicode_EqualToUTF8AndSize PyUnstable_AtExit PyUnstable_CopyPerfMapFile PyUnstable_ExecutableKinds ' +
    'PyUnstable_InterpreterState_GetMainModule PyUnstable_Object_ClearWeakRefsNoCallbacks ' +
    'PyUnstable_PerfTrampoline_CompileCode PyUnstable_PerfTrampoline_SetPersistAfterFork PyWeakref_GetRef ' +
    'Py_GetConstant Py_GetConstantBorrowed Py_HashPointer Py_IsFinalizing',
  '10 11 12 13':
    'PyAIter_Check PyCodec_Unregister PyDescr_IsData PyErr_RangedSyntaxLocationObject PyErr_SetInterruptEx ' +
    'PyExc_EncodingWarning PyGC_Disable PyGC_Enable PyGC_IsEnabled PyIter_Send PyModule_AddObjectRef ' +
    'PyObject_GetAIter Py_Is Py_IsFalse Py_IsNone Py_IsTrue Py_NewRef Py_XNewRef',
  '11 12 13':
    'PyCode_Addr2Location PyCode_GetCellvars PyCode_GetCode PyCode_GetFreevars PyCode_GetVarnames ' +
    'PyErr_GetHandledException PyErr_SetHandledException PyExc_BaseExceptionGroup PyFloat_Pack2 PyFloat_Pack4 ' +
    'PyFloat_Pack8 PyFloat_Unpack2 PyFloat_Unpack4 PyFloat_Unpack8 PyFrame_GetBuiltins PyFrame_GetGenerator ' +
    'PyFrame_GetGlobals PyFrame_GetLasti PyFrame_GetLocals PyInit__tokenize PyObject_CallOneArg PyObject_Vectorcall ' +
    'PyThreadState_EnterTracing PyThreadState_LeaveTracing PyType_GetModuleByDef PyType_GetName PyType_GetQualName ' +
    'PyType_SUPPORTS_WEAKREFS PyVectorcall_Function Py_GETENV Py_Version',
  '12 13':
    'PyCode_AddWatcher PyCode_ClearWatcher PyDict_AddWatcher PyDict_ClearWatcher PyDict_Unwatch PyDict_Watch ' +
    'PyErr_DisplayException PyErr_GetRaisedException PyErr_SetRaisedException PyEval_SetProfileAllThreads ' +
    'PyEval_SetTraceAllThreads PyException_GetArgs PyException_SetArgs PyFrame_GetVar PyFrame_GetVarString ' +
    'PyFunction_AddWatcher PyFunction_ClearWatcher PyFunction_SetVectorcall PyGen_GetCode PyInit__typing ' +
    'PyObject_GetItemData PyObject_GetTypeData PyType_AddWatcher PyType_ClearWatcher PyType_FromMetaclass ' +
    'PyType_GetDict PyType_GetTypeDataSize PyType_Unwatch PyType_Watch PyUnstable_Code_GetExtra PyUnstable_Code_New ' +
    'PyUnstable_Code_NewWithPosOnlyArgs PyUnstable_Code_SetExtra PyUnstable_Eval_RequestCodeExtraIndex ' +
    'PyUnstable_Exc_PrepReraiseStar PyUnstable_GC_VisitObjects PyUnstable_InterpreterFrame_GetCode ' +
    'PyUnstable_InterpreterFrame_GetLasti PyUnstable_InterpreterFrame_GetLine PyUnstable_Long_CompactValue ' +
    'PyUnstable_Long_IsCompact PyUnstable_Object_GC_NewWithExtraData PyUnstable_PerfMapState_Fini ' +
    'PyUnstable_PerfMapState_Init PyUnstable_Type_AssignVersionTag PyUnstable_WritePerfMapEntry PyVectorcall_NARGS ' +
    'Py_NewInterpreterFromConfig',
  '7 8':
    'PyAST_Check PyAST_Compile PyAST_mod2obj PyAST_obj2mod PyAsyncGen_ClearFreeLists PyAsyncGen_Fini ' +
    'PyBufferedIOBase_Type PyBufferedRWPair_Type PyBufferedRandom_Type PyBufferedReader_Type PyBufferedWriter_Type ' +
    'PyBytesIO_Type PyBytes_Fini PyCFunction_ClearFreeList PyCFunction_Fini PyCompileString ' +
    'PyContextTokenMissing_Type PyContext_ClearFreeList PyDict_ClearFreeList PyDict_Fini PyErr_Warn PyFPE_counter ' +
    'PyFPE_dummy PyFPE_jbuf PyFileIO_Type PyFloat_ClearFreeList PyFloat_Fini PyFrame_ClearFreeList PyFrame_Fini ' +
    'PyGen_NeedsFinalizing PyGrammar_AddAccelerators PyGrammar_FindDFA PyGrammar_LabelRepr ' +
    'PyGrammar_RemoveAccelerators PyIOBase_Type PyImport_Cleanup PyIncrementalNewlineDecoder_Type ' +
    'PyList_ClearFreeList PyList_Fini PyLong_Fini PyMethod_ClearFreeList PyMethod_Fini PyModule_GetWarningsModule ' +
    'PyNumber_AsOff_t PyNumber_InMatrixMultiply PyOS_FiniInterrupts PyOS_StdioReadline PyParser_AddToken ' +
    'PyParser_Delete PyParser_New PyRawIOBase_Type PySet_ClearFreeList PySet_Fini PySlice_Fini PyStringIO_Type ' +
    'PyTextIOBase_Type PyTextIOWrapper_Type PyTokenizer_FindEncoding PyTokenizer_FindEncodingFilename ' +
    'PyTokenizer_Free PyTokenizer_FromFile PyTokenizer_FromString PyTokenizer_FromUTF8 PyTokenizer_Get ' +
    'PyTuple_ClearFreeList PyTuple_Fini PyUnicode_ClearFreeList',
  '7 8 10 11 12 13':
    'PyCFunction_New',
  '7 8 11 12 13':
    'PyStructSequence_UnnamedField',
  '7 8 13':
    'PySignal_SetWakeupFd',
  '7 8 9':
    'PyAST_CompileEx PyAST_CompileObject PyAST_FromNode PyAST_FromNodeObject PyAST_Validate PyArena_AddPyObject ' +
    'PyArena_Free PyArena_Malloc PyArena_New PyFuture_FromAST PyFuture_FromASTObject PyLong_FromUnicode ' +
    'PyNode_AddChild PyNode_Compile PyNode_Free PyNode_ListTree PyNode_New PyOS_InitInterrupts PyParser_ASTFromFile ' +
    'PyParser_ASTFromFileObject PyParser_ASTFromString PyParser_ASTFromStringObject PyParser_ClearError ' +
    'PyParser_ParseFile PyParser_ParseFileFlags PyParser_ParseFileFlagsEx PyParser_ParseFileObject ' +
    'PyParser_ParseString PyParser_ParseStringFlags PyParser_ParseStringFlagsFilename ' +
    'PyParser_ParseStringFlagsFilenameEx PyParser_ParseStringObject PyParser_SetError PyParser_SimpleParseFile ' +
    'PyParser_SimpleParseFileFlags PyParser_SimpleParseString PyParser_SimpleParseStringFlags ' +
    'PyParser_SimpleParseStringFlagsFilename PySTEntry_Type PyST_GetScope PySymtable_Build PySymtable_BuildObject ' +
    'PySymtable_Free PyUnicode_AsUnicodeCopy PyUnicode_GetMax Py_SymtableString Py_SymtableStringObject ' +
    'Py_UNICODE_strcat Py_UNICODE_strchr Py_UNICODE_strcmp Py_UNICODE_strcpy Py_UNICODE_strlen Py_UNICODE_strncmp ' +
    'Py_UNICODE_strncpy Py_UNICODE_strrchr',
  '7 8 9 10':
    'PyFrame_BlockPop PyFrame_BlockSetup PyUnicodeEncodeError_Create PyUnicodeTranslateError_Create ' +
    'PyUnicode_Encode PyUnicode_EncodeASCII PyUnicode_EncodeCharmap PyUnicode_EncodeDecimal PyUnicode_EncodeLatin1 ' +
    'PyUnicode_EncodeRawUnicodeEscape PyUnicode_EncodeUTF16 PyUnicode_EncodeUTF32 PyUnicode_EncodeUTF7 ' +
    'PyUnicode_EncodeUTF8 PyUnicode_EncodeUnicodeEscape PyUnicode_TransformDecimalToASCII ' +
    'PyUnicode_TranslateCharmap',
  '7 8 9 10 11':
    'PyCode_New PyInit_xxsubtype PyToken_OneChar PyToken_ThreeChars PyToken_TwoChars PyUnicode_AsUnicode ' +
    'PyUnicode_AsUnicodeAndSize PyUnicode_FromUnicode',
  '7 8 9 10 11 12':
    'PySymtable_Lookup Py_SetStandardStreamEncoding',
  '7 8 9 10 11 12 13':
    'PyArg_Parse PyArg_ParseTuple PyArg_ParseTupleAndKeywords PyArg_UnpackTuple PyArg_VaParse ' +
    'PyArg_VaParseTupleAndKeywords PyArg_ValidateKeywordArguments PyAsyncGen_New PyAsyncGen_Type PyBaseObject_Type ' +
    'PyBool_FromLong PyBool_Type PyBuffer_FillContiguousStrides PyBuffer_FillInfo PyBuffer_FromContiguous ' +
    'PyBuffer_GetPointer PyBuffer_IsContiguous PyBuffer_Release PyBuffer_ToContiguous PyByteArrayIter_Type ' +
    'PyByteArray_AsString PyByteArray_Concat PyByteArray_FromObject PyByteArray_FromStringAndSize ' +
    'PyByteArray_Resize PyByteArray_Size PyByteArray_Type PyBytesIter_Type PyBytes_AsString PyBytes_AsStringAndSize ' +
    'PyBytes_Concat PyBytes_ConcatAndDel PyBytes_DecodeEscape PyBytes_FromFormat PyBytes_FromFormatV ' +
    'PyBytes_FromObject PyBytes_FromString PyBytes_FromStringAndSize PyBytes_Repr PyBytes_Size PyBytes_Type ' +
    'PyCFunction_Call PyCFunction_GetFlags PyCFunction_GetFunction PyCFunction_GetSelf PyCFunction_NewEx ' +
    'PyCFunction_Type PyCallIter_New PyCallIter_Type PyCallable_Check PyCapsule_GetContext PyCapsule_GetDestructor ' +
    'PyCapsule_GetName PyCapsule_GetPointer PyCapsule_Import PyCapsule_IsValid PyCapsule_New PyCapsule_SetContext ' +
    'PyCapsule_SetDestructor PyCapsule_SetName PyCapsule_SetPointer PyCapsule_Type PyCell_Get PyCell_New PyCell_Set ' +
    'PyCell_Type PyClassMethodDescr_Type PyClassMethod_New PyClassMethod_Type PyCode_Addr2Line PyCode_NewEmpty ' +
    'PyCode_Optimize PyCode_Type PyCodec_BackslashReplaceErrors PyCodec_Decode PyCodec_Decoder PyCodec_Encode ' +
    'PyCodec_Encoder PyCodec_IgnoreErrors PyCodec_IncrementalDecoder PyCodec_IncrementalEncoder ' +
    'PyCodec_KnownEncoding PyCodec_LookupError PyCodec_NameReplaceErrors PyCodec_Register PyCodec_RegisterError ' +
    'PyCodec_ReplaceErrors PyCodec_StreamReader PyCodec_StreamWriter PyCodec_StrictErrors ' +
    'PyCodec_XMLCharRefReplaceErrors PyCompile_OpcodeStackEffect PyComplex_AsCComplex PyComplex_FromCComplex ' +
    'PyComplex_FromDoubles PyComplex_ImagAsDouble PyComplex_RealAsDouble PyComplex_Type PyContextToken_Type ' +
    'PyContextVar_Get PyContextVar_New PyContextVar_Reset PyContextVar_Set PyContextVar_Type PyContext_Copy ' +
    'PyContext_CopyCurrent PyContext_Enter PyContext_Exit PyContext_New PyContext_Type PyCoro_New PyCoro_Type ' +
    'PyDescr_NewClassMethod PyDescr_NewGetSet PyDescr_NewMember PyDescr_NewMethod PyDescr_NewWrapper ' +
    'PyDictItems_Type PyDictIterItem_Type PyDictIterKey_Type PyDictIterValue_Type PyDictKeys_Type PyDictProxy_New ' +
    'PyDictProxy_Type PyDictValues_Type PyDict_Clear PyDict_Contains PyDict_Copy PyDict_DelItem ' +
    'PyDict_DelItemString PyDict_GetItem PyDict_GetItemString PyDict_GetItemWithError PyDict_Items PyDict_Keys ' +
    'PyDict_Merge PyDict_MergeFromSeq2 PyDict_New PyDict_Next PyDict_SetDefault PyDict_SetItem PyDict_SetItemString ' +
    'PyDict_Size PyDict_Type PyDict_Update PyDict_Values PyEllipsis_Type PyEnum_Type PyErr_BadArgument ' +
    'PyErr_BadInternalCall PyErr_CheckSignals PyErr_Clear PyErr_Display PyErr_ExceptionMatches PyErr_Fetch ' +
    'PyErr_Format PyErr_FormatV PyErr_GetExcInfo PyErr_GivenExceptionMatches PyErr_NewException ' +
    'PyErr_NewExceptionWithDoc PyErr_NoMemory PyErr_NormalizeException PyErr_Occurred PyErr_Print PyErr_PrintEx ' +
    'PyErr_ProgramText PyErr_ProgramTextObject PyErr_ResourceWarning PyErr_Restore PyErr_SetExcInfo ' +
    'PyErr_SetFromErrno PyErr_SetFromErrnoWithFilename PyErr_SetFromErrnoWithFilenameObject ' +
    'PyErr_SetFromErrnoWithFilenameObjects PyErr_SetImportError PyErr_SetImportErrorSubclass PyErr_SetInterrupt ' +
    'PyErr_SetNone PyErr_SetObject PyErr_SetString PyErr_SyntaxLocation PyErr_SyntaxLocationEx ' +
    'PyErr_SyntaxLocationObject PyErr_WarnEx PyErr_WarnExplicit PyErr_WarnExplicitFormat PyErr_WarnExplicitObject ' +
    'PyErr_WarnFormat PyErr_WriteUnraisable PyEval_AcquireLock PyEval_AcquireThread PyEval_CallFunction ' +
    'PyEval_CallMethod PyEval_CallObjectWithKeywords PyEval_EvalCode PyEval_EvalCodeEx PyEval_EvalFrame ' +
    'PyEval_EvalFrameEx PyEval_GetBuiltins PyEval_GetFrame PyEval_GetFuncDesc PyEval_GetFuncName PyEval_GetGlobals ' +
    'PyEval_GetLocals PyEval_InitThreads PyEval_MergeCompilerFlags PyEval_ReleaseLock PyEval_ReleaseThread ' +
    'PyEval_RestoreThread PyEval_SaveThread PyEval_SetProfile PyEval_SetTrace PyEval_ThreadsInitialized ' +
    'PyExc_ArithmeticError PyExc_AssertionError PyExc_AttributeError PyExc_BaseException PyExc_BlockingIOError ' +
    'PyExc_BrokenPipeError PyExc_BufferError PyExc_BytesWarning PyExc_ChildProcessError ' +
    'PyExc_ConnectionAbortedError PyExc_ConnectionError PyExc_ConnectionRefusedError PyExc_ConnectionResetError ' +
    'PyExc_DeprecationWarning PyExc_EOFError PyExc_EnvironmentError PyExc_Exception PyExc_FileExistsError ' +
    'PyExc_FileNotFoundError PyExc_FloatingPointError PyExc_FutureWarning PyExc_GeneratorExit PyExc_IOError ' +
    'PyExc_ImportError PyExc_ImportWarning PyExc_IndentationError PyExc_IndexError PyExc_InterruptedError ' +
    'PyExc_IsADirectoryError PyExc_KeyError PyExc_KeyboardInterrupt PyExc_LookupError PyExc_MemoryError ' +
    'PyExc_ModuleNotFoundError PyExc_NameError PyExc_NotADirectoryError PyExc_NotImplementedError PyExc_OSError ' +
    'PyExc_OverflowError PyExc_PendingDeprecationWarning PyExc_PermissionError PyExc_ProcessLookupError ' +
    'PyExc_RecursionError PyExc_ReferenceError PyExc_ResourceWarning PyExc_RuntimeError PyExc_RuntimeWarning ' +
    'PyExc_StopAsyncIteration PyExc_StopIteration PyExc_SyntaxError PyExc_SyntaxWarning PyExc_SystemError ' +
    'PyExc_SystemExit PyExc_TabError PyExc_TimeoutError PyExc_TypeError PyExc_UnboundLocalError ' +
    'PyExc_UnicodeDecodeError PyExc_UnicodeEncodeError PyExc_UnicodeError PyExc_UnicodeTranslateError ' +
    'PyExc_UnicodeWarning PyExc_UserWarning PyExc_ValueError PyExc_Warning PyExc_ZeroDivisionError ' +
    'PyException_GetCause PyException_GetContext PyException_GetTraceback PyException_SetCause ' +
    'PyException_SetContext PyException_SetTraceback PyFile_FromFd PyFile_GetLine PyFile_NewStdPrinter ' +
    'PyFile_WriteObject PyFile_WriteString PyFilter_Type PyFloat_AsDouble PyFloat_FromDouble PyFloat_FromString ' +
    'PyFloat_GetInfo PyFloat_GetMax PyFloat_GetMin PyFloat_Type PyFrame_FastToLocals PyFrame_FastToLocalsWithError ' +
    'PyFrame_GetLineNumber PyFrame_LocalsToFast PyFrame_New PyFrame_Type PyFrozenSet_New PyFrozenSet_Type ' +
    'PyFunction_GetAnnotations PyFunction_GetClosure PyFunction_GetCode PyFunction_GetDefaults ' +
    'PyFunction_GetGlobals PyFunction_GetKwDefaults PyFunction_GetModule PyFunction_New PyFunction_NewWithQualName ' +
    'PyFunction_SetAnnotations PyFunction_SetClosure PyFunction_SetDefaults PyFunction_SetKwDefaults ' +
    'PyFunction_Type PyGC_Collect PyGILState_Check PyGILState_Ensure PyGILState_GetThisThreadState ' +
    'PyGILState_Release PyGen_New PyGen_NewWithQualName PyGen_Type PyGetSetDescr_Type PyHash_GetFuncDef ' +
    'PyImport_AddModule PyImport_AddModuleObject PyImport_AppendInittab PyImport_ExecCodeModule ' +
    'PyImport_ExecCodeModuleEx PyImport_ExecCodeModuleObject PyImport_ExecCodeModuleWithPathnames ' +
    'PyImport_ExtendInittab PyImport_FrozenModules PyImport_GetImporter PyImport_GetMagicNumber ' +
    'PyImport_GetMagicTag PyImport_GetModule PyImport_GetModuleDict PyImport_Import PyImport_ImportFrozenModule ' +
    'PyImport_ImportFrozenModuleObject PyImport_ImportModule PyImport_ImportModuleLevel ' +
    'PyImport_ImportModuleLevelObject PyImport_ImportModuleNoBlock PyImport_Inittab PyImport_ReloadModule ' +
    'PyInit__abc PyInit__ast PyInit__codecs PyInit__collections PyInit__functools PyInit__imp PyInit__io ' +
    'PyInit__locale PyInit__operator PyInit__signal PyInit__sre PyInit__stat PyInit__string PyInit__symtable ' +
    'PyInit__thread PyInit__tracemalloc PyInit__weakref PyInit_atexit PyInit_errno PyInit_faulthandler PyInit_gc ' +
    'PyInit_itertools PyInit_posix PyInit_pwd PyInit_time PyInstanceMethod_Function PyInstanceMethod_New ' +
    'PyInstanceMethod_Type PyInterpreterState_Clear PyInterpreterState_Delete PyInterpreterState_GetID ' +
    'PyInterpreterState_Head PyInterpreterState_Main PyInterpreterState_New PyInterpreterState_Next ' +
    'PyInterpreterState_ThreadHead PyIter_Next PyListIter_Type PyListRevIter_Type PyList_Append PyList_AsTuple ' +
    'PyList_GetItem PyList_GetSlice PyList_Insert PyList_New PyList_Reverse PyList_SetItem PyList_SetSlice ' +
    'PyList_Size PyList_Sort PyList_Type PyLongRangeIter_Type PyLong_AsDouble PyLong_AsLong ' +
    'PyLong_AsLongAndOverflow PyLong_AsLongLong PyLong_AsLongLongAndOverflow PyLong_AsSize_t PyLong_AsSsize_t ' +
    'PyLong_AsUnsignedLong PyLong_AsUnsignedLongLong PyLong_AsUnsignedLongLongMask PyLong_AsUnsignedLongMask ' +
    'PyLong_AsVoidPtr PyLong_FromDouble PyLong_FromLong PyLong_FromLongLong PyLong_FromSize_t PyLong_FromSsize_t ' +
    'PyLong_FromString PyLong_FromUnicodeObject PyLong_FromUnsignedLong PyLong_FromUnsignedLongLong ' +
    'PyLong_FromVoidPtr PyLong_GetInfo PyLong_Type PyMap_Type PyMapping_Check PyMapping_GetItemString ' +
    'PyMapping_HasKey PyMapping_HasKeyString PyMapping_Items PyMapping_Keys PyMapping_Length ' +
    'PyMapping_SetItemString PyMapping_Size PyMapping_Values PyMarshal_Init PyMarshal_ReadLastObjectFromFile ' +
    'PyMarshal_ReadLongFromFile PyMarshal_ReadObjectFromFile PyMarshal_ReadObjectFromString ' +
    'PyMarshal_ReadShortFromFile PyMarshal_WriteLongToFile PyMarshal_WriteObjectToFile ' +
    'PyMarshal_WriteObjectToString PyMem_Calloc PyMem_Free PyMem_GetAllocator PyMem_Malloc PyMem_RawCalloc ' +
    'PyMem_RawFree PyMem_RawMalloc PyMem_RawRealloc PyMem_Realloc PyMem_SetAllocator PyMem_SetupDebugHooks ' +
    'PyMemberDescr_Type PyMember_GetOne PyMember_SetOne PyMemoryView_FromBuffer PyMemoryView_FromMemory ' +
    'PyMemoryView_FromObject PyMemoryView_GetContiguous PyMemoryView_Type PyMethodDescr_Type PyMethod_Function ' +
    'PyMethod_New PyMethod_Self PyMethod_Type PyModuleDef_Init PyModuleDef_Type PyModule_AddFunctions ' +
    'PyModule_AddIntConstant PyModule_AddObject PyModule_AddStringConstant PyModule_Create2 PyModule_ExecDef ' +
    'PyModule_FromDefAndSpec2 PyModule_GetDef PyModule_GetDict PyModule_GetFilename PyModule_GetFilenameObject ' +
    'PyModule_GetName PyModule_GetNameObject PyModule_GetState PyModule_New PyModule_NewObject ' +
    'PyModule_SetDocString PyModule_Type PyNumber_Absolute PyNumber_Add PyNumber_And PyNumber_AsSsize_t ' +
    'PyNumber_Check PyNumber_Divmod PyNumber_Float PyNumber_FloorDivide PyNumber_InPlaceAdd PyNumber_InPlaceAnd ' +
    'PyNumber_InPlaceFloorDivide PyNumber_InPlaceLshift PyNumber_InPlaceMatrixMultiply PyNumber_InPlaceMultiply ' +
    'PyNumber_InPlaceOr PyNumber_InPlacePower PyNumber_InPlaceRemainder PyNumber_InPlaceRshift ' +
    'PyNumber_InPlaceSubtract PyNumber_InPlaceTrueDivide PyNumber_InPlaceXor PyNumber_Index PyNumber_Invert ' +
    'PyNumber_Long PyNumber_Lshift PyNumber_MatrixMultiply PyNumber_Multiply PyNumber_Negative PyNumber_Or ' +
    'PyNumber_Positive PyNumber_Power PyNumber_Remainder PyNumber_Rshift PyNumber_Subtract PyNumber_ToBase ' +
    'PyNumber_TrueDivide PyNumber_Xor PyODictItems_Type PyODictIter_Type PyODictKeys_Type PyODictValues_Type ' +
    'PyODict_DelItem PyODict_New PyODict_SetItem PyODict_Type PyOS_AfterFork PyOS_AfterFork_Child ' +
    'PyOS_AfterFork_Parent PyOS_BeforeFork PyOS_FSPath PyOS_InputHook PyOS_InterruptOccurred PyOS_Readline ' +
    'PyOS_ReadlineFunctionPointer PyOS_double_to_string PyOS_getsig PyOS_mystricmp PyOS_mystrnicmp PyOS_setsig ' +
    'PyOS_snprintf PyOS_string_to_double PyOS_strtol PyOS_strtoul PyOS_vsnprintf PyObject_ASCII ' +
    'PyObject_AsCharBuffer PyObject_AsFileDescriptor PyObject_AsReadBuffer PyObject_AsWriteBuffer PyObject_Bytes ' +
    'PyObject_Call PyObject_CallFinalizer PyObject_CallFinalizerFromDealloc PyObject_CallFunction ' +
    'PyObject_CallFunctionObjArgs PyObject_CallMethod PyObject_CallMethodObjArgs PyObject_CallObject ' +
    'PyObject_Calloc PyObject_CheckReadBuffer PyObject_ClearWeakRefs PyObject_CopyData PyObject_DelItem ' +
    'PyObject_DelItemString PyObject_Dir PyObject_Format PyObject_Free PyObject_GC_Del PyObject_GC_Track ' +
    'PyObject_GC_UnTrack PyObject_GenericGetAttr PyObject_GenericGetDict PyObject_GenericSetAttr ' +
    'PyObject_GenericSetDict PyObject_GetArenaAllocator PyObject_GetAttr PyObject_GetAttrString PyObject_GetBuffer ' +
    'PyObject_GetItem PyObject_GetIter PyObject_HasAttr PyObject_HasAttrString PyObject_Hash ' +
    'PyObject_HashNotImplemented PyObject_Init PyObject_InitVar PyObject_IsInstance PyObject_IsSubclass ' +
    'PyObject_IsTrue PyObject_Length PyObject_LengthHint PyObject_Malloc PyObject_Not PyObject_Print ' +
    'PyObject_Realloc PyObject_Repr PyObject_RichCompare PyObject_RichCompareBool PyObject_SelfIter ' +
    'PyObject_SetArenaAllocator PyObject_SetAttr PyObject_SetAttrString PyObject_SetItem PyObject_Size PyObject_Str ' +
    'PyObject_Type PyProperty_Type PyRangeIter_Type PyRange_Type PyReversed_Type PyRun_AnyFile PyRun_AnyFileEx ' +
    'PyRun_AnyFileExFlags PyRun_AnyFileFlags PyRun_File PyRun_FileEx PyRun_FileExFlags PyRun_FileFlags ' +
    'PyRun_InteractiveLoop PyRun_InteractiveLoopFlags PyRun_InteractiveOne PyRun_InteractiveOneFlags ' +
    'PyRun_InteractiveOneObject PyRun_SimpleFile PyRun_SimpleFileEx PyRun_SimpleFileExFlags PyRun_SimpleString ' +
    'PyRun_SimpleStringFlags PyRun_String PyRun_StringFlags PySeqIter_New PySeqIter_Type PySequence_Check ' +
    'PySequence_Concat PySequence_Contains PySequence_Count PySequence_DelItem PySequence_DelSlice PySequence_Fast ' +
    'PySequence_GetItem PySequence_GetSlice PySequence_In PySequence_InPlaceConcat PySequence_InPlaceRepeat ' +
    'PySequence_Index PySequence_Length PySequence_List PySequence_Repeat PySequence_SetItem PySequence_SetSlice ' +
    'PySequence_Size PySequence_Tuple PySetIter_Type PySet_Add PySet_Clear PySet_Contains PySet_Discard PySet_New ' +
    'PySet_Pop PySet_Size PySet_Type PySlice_AdjustIndices PySlice_GetIndices PySlice_GetIndicesEx PySlice_New ' +
    'PySlice_Type PySlice_Unpack PyState_AddModule PyState_FindModule PyState_RemoveModule PyStaticMethod_New ' +
    'PyStaticMethod_Type PyStdPrinter_Type PyStructSequence_GetItem PyStructSequence_InitType ' +
    'PyStructSequence_InitType2 PyStructSequence_New PyStructSequence_NewType PyStructSequence_SetItem PySuper_Type ' +
    'PySys_AddWarnOption PySys_AddWarnOptionUnicode PySys_AddXOption PySys_FormatStderr PySys_FormatStdout ' +
    'PySys_GetObject PySys_GetXOptions PySys_HasWarnOptions PySys_ResetWarnOptions PySys_SetArgv PySys_SetArgvEx ' +
    'PySys_SetObject PySys_SetPath PySys_WriteStderr PySys_WriteStdout PyThreadState_Clear PyThreadState_Delete ' +
    'PyThreadState_DeleteCurrent PyThreadState_Get PyThreadState_GetDict PyThreadState_New PyThreadState_Next ' +
    'PyThreadState_SetAsyncExc PyThreadState_Swap PyThread_GetInfo PyThread_ReInitTLS PyThread_acquire_lock ' +
    'PyThread_acquire_lock_timed PyThread_allocate_lock PyThread_create_key PyThread_delete_key ' +
    'PyThread_delete_key_value PyThread_exit_thread PyThread_free_lock PyThread_get_key_value ' +
    'PyThread_get_stacksize PyThread_get_thread_ident PyThread_init_thread PyThread_release_lock ' +
    'PyThread_set_key_value PyThread_set_stacksize PyThread_start_new_thread PyThread_tss_alloc PyThread_tss_create ' +
    'PyThread_tss_delete PyThread_tss_free PyThread_tss_get PyThread_tss_is_created PyThread_tss_set ' +
    'PyTraceBack_Here PyTraceBack_Print PyTraceBack_Type PyTraceMalloc_Track PyTraceMalloc_Untrack PyTupleIter_Type ' +
    'PyTuple_GetItem PyTuple_GetSlice PyTuple_New PyTuple_Pack PyTuple_SetItem PyTuple_Size PyTuple_Type ' +
    'PyType_ClearCache PyType_FromSpec PyType_FromSpecWithBases PyType_GenericAlloc PyType_GenericNew ' +
    'PyType_GetFlags PyType_GetSlot PyType_IsSubtype PyType_Modified PyType_Ready PyType_Type ' +
    'PyUnicodeDecodeError_Create PyUnicodeDecodeError_GetEncoding PyUnicodeDecodeError_GetEnd ' +
    'PyUnicodeDecodeError_GetObject PyUnicodeDecodeError_GetReason PyUnicodeDecodeError_GetStart ' +
    'PyUnicodeDecodeError_SetEnd PyUnicodeDecodeError_SetReason PyUnicodeDecodeError_SetStart ' +
    'PyUnicodeEncodeError_GetEncoding PyUnicodeEncodeError_GetEnd PyUnicodeEncodeError_GetObject ' +
    'PyUnicodeEncodeError_GetReason PyUnicodeEncodeError_GetStart PyUnicodeEncodeError_SetEnd ' +
    'PyUnicodeEncodeError_SetReason PyUnicodeEncodeError_SetStart PyUnicodeIter_Type PyUnicodeTranslateError_GetEnd ' +
    'PyUnicodeTranslateError_GetObject PyUnicodeTranslateError_GetReason PyUnicodeTranslateError_GetStart ' +
    'PyUnicodeTranslateError_SetEnd PyUnicodeTranslateError_SetReason PyUnicodeTranslateError_SetStart ' +
    'PyUnicode_Append PyUnicode_AppendAndDel PyUnicode_AsASCIIString PyUnicode_AsCharmapString ' +
    'PyUnicode_AsDecodedObject PyUnicode_AsDecodedUnicode PyUnicode_AsEncodedObject PyUnicode_AsEncodedString ' +
    'PyUnicode_AsEncodedUnicode PyUnicode_AsLatin1String PyUnicode_AsRawUnicodeEscapeString PyUnicode_AsUCS4 ' +
    'PyUnicode_AsUCS4Copy PyUnicode_AsUTF16String PyUnicode_AsUTF32String PyUnicode_AsUTF8 PyUnicode_AsUTF8AndSize ' +
    'PyUnicode_AsUTF8String PyUnicode_AsUnicodeEscapeString PyUnicode_AsWideChar PyUnicode_AsWideCharString ' +
    'PyUnicode_BuildEncodingMap PyUnicode_Compare PyUnicode_CompareWithASCIIString PyUnicode_Concat ' +
    'PyUnicode_Contains PyUnicode_CopyCharacters PyUnicode_Count PyUnicode_Decode PyUnicode_DecodeASCII ' +
    'PyUnicode_DecodeCharmap PyUnicode_DecodeFSDefault PyUnicode_DecodeFSDefaultAndSize PyUnicode_DecodeLatin1 ' +
    'PyUnicode_DecodeLocale PyUnicode_DecodeLocaleAndSize PyUnicode_DecodeRawUnicodeEscape PyUnicode_DecodeUTF16 ' +
    'PyUnicode_DecodeUTF16Stateful PyUnicode_DecodeUTF32 PyUnicode_DecodeUTF32Stateful PyUnicode_DecodeUTF7 ' +
    'PyUnicode_DecodeUTF7Stateful PyUnicode_DecodeUTF8 PyUnicode_DecodeUTF8Stateful PyUnicode_DecodeUnicodeEscape ' +
    'PyUnicode_EncodeFSDefault PyUnicode_EncodeLocale PyUnicode_FSConverter PyUnicode_FSDecoder PyUnicode_Fill ' +
    'PyUnicode_Find PyUnicode_FindChar PyUnicode_Format PyUnicode_FromEncodedObject PyUnicode_FromFormat ' +
    'PyUnicode_FromFormatV PyUnicode_FromKindAndData PyUnicode_FromObject PyUnicode_FromOrdinal ' +
    'PyUnicode_FromString PyUnicode_FromStringAndSize PyUnicode_FromWideChar PyUnicode_GetDefaultEncoding ' +
    'PyUnicode_GetLength PyUnicode_GetSize PyUnicode_InternFromString PyUnicode_InternImmortal ' +
    'PyUnicode_InternInPlace PyUnicode_IsIdentifier PyUnicode_Join PyUnicode_New PyUnicode_Partition ' +
    'PyUnicode_RPartition PyUnicode_RSplit PyUnicode_ReadChar PyUnicode_Replace PyUnicode_Resize ' +
    'PyUnicode_RichCompare PyUnicode_Split PyUnicode_Splitlines PyUnicode_Substring PyUnicode_Tailmatch ' +
    'PyUnicode_Translate PyUnicode_Type PyUnicode_WriteChar PyWeakref_GetObject PyWeakref_NewProxy PyWeakref_NewRef ' +
    'PyWrapperDescr_Type PyWrapper_New PyZip_Type Py_AddPendingCall Py_AtExit Py_BuildValue Py_BytesWarningFlag ' +
    'Py_CompileString Py_CompileStringExFlags Py_CompileStringFlags Py_CompileStringObject Py_DebugFlag Py_DecRef ' +
    'Py_DecodeLocale Py_DontWriteBytecodeFlag Py_EncodeLocale Py_EndInterpreter Py_Exit Py_FatalError ' +
    'Py_FdIsInteractive Py_FileSystemDefaultEncodeErrors Py_FileSystemDefaultEncoding Py_Finalize Py_FinalizeEx ' +
    'Py_FrozenFlag Py_FrozenMain Py_GetArgcArgv Py_GetBuildInfo Py_GetCompiler Py_GetCopyright Py_GetExecPrefix ' +
    'Py_GetPath Py_GetPlatform Py_GetPrefix Py_GetProgramFullPath Py_GetProgramName Py_GetPythonHome ' +
    'Py_GetRecursionLimit Py_GetVersion Py_HasFileSystemDefaultEncoding Py_HashRandomizationFlag ' +
    'Py_IgnoreEnvironmentFlag Py_IncRef Py_Initialize Py_InitializeEx Py_InspectFlag Py_InteractiveFlag ' +
    'Py_IsInitialized Py_IsolatedFlag Py_Main Py_MakePendingCalls Py_NewInterpreter Py_NoSiteFlag ' +
    'Py_NoUserSiteDirectory Py_OptimizeFlag Py_QuietFlag Py_ReprEnter Py_ReprLeave Py_SetPath Py_SetProgramName ' +
    'Py_SetPythonHome Py_SetRecursionLimit Py_UTF8Mode Py_UnbufferedStdioFlag Py_UniversalNewlineFgets ' +
    'Py_VaBuildValue Py_VerboseFlag Py_hexdigits',
  '8 9 10 11':
    'PyCode_NewWithPosOnlyArgs',
  '8 9 10 11 12 13':
    'PyCompile_OpcodeStackEffectWithJump PyConfig_Clear PyConfig_InitIsolatedConfig PyConfig_InitPythonConfig ' +
    'PyConfig_Read PyConfig_SetArgv PyConfig_SetBytesArgv PyConfig_SetBytesString PyConfig_SetString ' +
    'PyConfig_SetWideStringList PyDictRevIterItem_Type PyDictRevIterKey_Type PyDictRevIterValue_Type ' +
    'PyExceptionClass_Name PyFile_OpenCode PyFile_OpenCodeObject PyFile_SetOpenCodeHook PyIndex_Check ' +
    'PyInterpreterState_GetDict PyIter_Check PyPickleBuffer_FromObject PyPickleBuffer_GetBuffer ' +
    'PyPickleBuffer_Release PyPickleBuffer_Type PyPreConfig_InitIsolatedConfig PyPreConfig_InitPythonConfig ' +
    'PyStatus_Error PyStatus_Exception PyStatus_Exit PyStatus_IsError PyStatus_IsExit PyStatus_NoMemory PyStatus_Ok ' +
    'PySys_AddAuditHook PySys_Audit PyThread_get_thread_native_id PyVectorcall_Call PyWideStringList_Append ' +
    'PyWideStringList_Insert Py_BytesMain Py_ExitStatusException Py_InitializeFromConfig Py_PreInitialize ' +
    'Py_PreInitializeFromArgs Py_PreInitializeFromBytesArgs Py_RunMain',
  '9 10 11 12 13':
    'PyBuffer_SizeFromFormat PyCMethod_New PyCMethod_Type PyFrame_GetBack PyFrame_GetCode PyInterpreterState_Get ' +
    'PyModule_AddType PyObject_CallNoArgs PyObject_CheckBuffer PyObject_GC_IsFinalized PyObject_GC_IsTracked ' +
    'PyObject_GET_WEAKREFS_LISTPTR PyObject_IS_GC PyObject_VectorcallDict PyObject_VectorcallMethod ' +
    'PyThreadState_GetFrame PyThreadState_GetID PyThreadState_GetInterpreter PyType_FromModuleAndSpec ' +
    'PyType_GetModule PyType_GetModuleState Py_EnterRecursiveCall Py_GenericAlias Py_GenericAliasType ' +
    'Py_LeaveRecursiveCall',
};
